// Scores the Technology Achievement Index from values in memory and prints ranks, scores and the bits of the scores.
// Usage: java -cp jna.jar:. Tai LIBRARY [wrong]     wrong puts an infinite value in, which the library refuses
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;

public final class Tai {
    /** What the library refused: its status, its sentence, and where it is. */
    public static final class InnoscoreException extends RuntimeException {
        private static final long serialVersionUID = 1;
        public final int status;
        public final String node;
        public final String unit;

        InnoscoreException(int status, String sentence, String node, String unit) {
            super(sentence);
            this.status = status;
            this.node = node;
            this.unit = unit;
        }
    }

    /** One thread's use of the library: the error object, and the objects in the order they were made. */
    private static final class Session implements AutoCloseable {
        final Innoscore lib;
        final Pointer error;
        private final Deque<Runnable> made = new ArrayDeque<>();

        Session(String library) {
            lib = Innoscore.load(library);
            PointerByReference out = new PointerByReference();
            if (lib.inno_error_create(null, out) != Innoscore.INNO_OK) {
                throw new OutOfMemoryError("innoscore");
            }
            error = out.getValue();
        }

        void check(int status) {
            if (status != Innoscore.INNO_OK) {
                throw new InnoscoreException(status, lib.inno_error_message(error), lib.inno_error_node(error),
                    lib.inno_error_unit(error));
            }
        }

        /** Keeps an object that was made until close(). */
        Pointer own(int status, PointerByReference out, Consumer<Pointer> destroy) {
            check(status);
            Pointer object = out.getValue();
            made.push(() -> destroy.accept(object));
            return object;
        }

        @Override
        public void close() {
            made.forEach(Runnable::run); // the latest first
            lib.inno_error_destroy(error);
        }
    }

    private static final int UNITS = TaiData.units.length;
    private static final int INDICATORS = TaiData.indicators.length;
    private static final Innoscore.Stride NEXT = new Innoscore.Stride(Double.BYTES);

    private Tai() {}

    private static Pointer makeSet(Session s) {
        PointerByReference out = new PointerByReference();
        Pointer set = s.own(s.lib.inno_indicator_set_create(null, out, s.error), out,
            s.lib::inno_indicator_set_destroy);
        s.check(s.lib.inno_indicator_set_add(set, "TAI", null, s.error));
        for (String code : TaiData.indicators) {
            s.check(s.lib.inno_indicator_set_add(set, code, "TAI", s.error));
        }
        s.check(s.lib.inno_indicator_set_freeze(set, s.error));
        return set;
    }

    private static Pointer makeScheme(Session s, int step) {
        PointerByReference out = new PointerByReference();
        return s.own(s.lib.inno_scheme_create(null, step, out, s.error), out, s.lib::inno_scheme_destroy);
    }

    /** Goalposts, each indicator its own, score 1 at the upper one; then the arithmetic mean with equal weights. */
    private static Pointer makeMethod(Session s, Pointer set) {
        Pointer normalize = makeScheme(s, Innoscore.INNO_STEP_NORMALIZE);
        s.check(s.lib.inno_scheme_set_i64(normalize, null, Innoscore.INNO_KEY_NORMALIZE_RULE,
            Innoscore.INNO_NORMALIZE_GOALPOSTS, s.error));
        s.check(s.lib.inno_scheme_set_f64(normalize, null, Innoscore.INNO_KEY_NORMALIZE_POINTS, 1, s.error));
        for (int i = 0; i < INDICATORS; i++) {
            String code = TaiData.indicators[i];
            s.check(s.lib.inno_scheme_set_f64(normalize, code, Innoscore.INNO_KEY_NORMALIZE_LOWER, TaiData.lower[i],
                s.error));
            s.check(s.lib.inno_scheme_set_f64(normalize, code, Innoscore.INNO_KEY_NORMALIZE_UPPER, TaiData.upper[i],
                s.error));
        }
        Pointer aggregate = makeScheme(s, Innoscore.INNO_STEP_AGGREGATE);
        s.check(s.lib.inno_scheme_set_i64(aggregate, null, Innoscore.INNO_KEY_AGGREGATE_RULE,
            Innoscore.INNO_AGGREGATE_ARITHMETIC, s.error));
        PointerByReference out = new PointerByReference();
        Pointer[] steps = {normalize, aggregate};
        return s.own(s.lib.inno_method_create(null, set, null, steps, steps.length, out, s.error), out,
            s.lib::inno_method_destroy);
    }

    private static Pointer makeData(Session s, double[] matrix) {
        PointerByReference out = new PointerByReference();
        Pointer data = s.own(s.lib.inno_dataset_create(null, UNITS, TaiData.units, out, s.error), out,
            s.lib::inno_dataset_destroy);
        Innoscore.Stride row = new Innoscore.Stride((long) INDICATORS * Double.BYTES);
        s.check(s.lib.inno_dataset_add_columns(data, TaiData.indicators, INDICATORS, matrix, row, NEXT, s.error));
        return data;
    }

    private static void print(double[] scores, double[] ranks) {
        System.out.printf("%4s  %-14s  %6s  %s\n", "Rank", "Unit", "TAI", "Bits");
        for (int place = 1; place <= UNITS; place++) {
            for (int u = 0; u < UNITS; u++) {
                if ((int) ranks[u] == place) {
                    System.out.printf(Locale.ROOT, "%4d  %-14s  %6.4f  %016x\n", place, TaiData.units[u], scores[u],
                        Double.doubleToRawLongBits(scores[u]));
                }
            }
        }
    }

    public static void main(String[] words) {
        double[] matrix = TaiData.values.clone();
        if (Arrays.asList(words).contains("wrong")) {
            matrix[2 * INDICATORS] = Double.POSITIVE_INFINITY;
        }
        double[] scores = new double[UNITS];
        double[] ranks = new double[UNITS];
        try (Session s = new Session(words[0])) {
            Pointer method = makeMethod(s, makeSet(s));
            Pointer data = makeData(s, matrix);
            PointerByReference out = new PointerByReference();
            int status = s.lib.inno_result_create(null, method, data, Innoscore.INNO_KEEP_SCORES, out, s.error);
            Pointer result = s.own(status, out, s.lib::inno_result_destroy);
            long index = s.lib.inno_result_node_count(result) - 1; // the last node
            s.check(s.lib.inno_result_scores(result, index, scores, NEXT, s.error));
            s.check(s.lib.inno_result_ranks(result, index, null, ranks, NEXT, s.error));
        }
        print(scores, ranks);
    }
}
