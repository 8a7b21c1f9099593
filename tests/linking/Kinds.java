// Every kind of argument that the headers have, once, through the written declarations; all languages print the same.
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

public final class Kinds {
    private Kinds() {}

    private static String text(byte[] buffer, long bytes) {
        return new String(buffer, 0, (int) bytes - 1, StandardCharsets.UTF_8);
    }

    public static void main(String[] words) throws Exception {
        Innoscore lib = Innoscore.load(words[0]);
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        int[] step = {0}; // int32_t *, const char **
        Pointer[] name = {null};
        lib.inno_step_info(4, step, name, null);
        out.println("step " + step[0] + " " + name[0].getString(0, "UTF-8"));
        double[] fallback = {0}; // double *
        lib.inno_key_bounds(Innoscore.INNO_KEY_NORMALIZE_POINTS, null, null, fallback);
        int points = lib.inno_key_from_name(Innoscore.INNO_STEP_NORMALIZE, "points");
        out.println("default " + (int) fallback[0] + " " + points);

        PointerByReference made = new PointerByReference();
        lib.inno_error_create(null, made);
        Pointer error = made.getValue();
        lib.inno_scheme_create(null, Innoscore.INNO_STEP_TREAT, made, error);
        Pointer scheme = made.getValue();
        byte[] buffer = new byte[64]; // char *, int64_t *
        long[] needed = {0};
        int key = lib.inno_key_from_name(Innoscore.INNO_STEP_TREAT, "rules");
        lib.inno_scheme_get_text(scheme, null, key, buffer, buffer.length, needed, error);
        out.println("text " + text(buffer, needed[0]) + " " + needed[0]);
        long[] integer = {0};
        lib.inno_scheme_set_i64(scheme, null, Innoscore.INNO_KEY_TREAT_LIMIT, 7, error);
        lib.inno_scheme_get_i64(scheme, null, Innoscore.INNO_KEY_TREAT_LIMIT, integer, error);
        out.println("integer " + integer[0]);
        lib.inno_scheme_destroy(scheme);

        String[] codes = {"Hà Nội", "Huế"}; // const char *const *, texts beyond ASCII both ways
        lib.inno_dataset_create(null, 2, codes, made, error);
        Pointer data = made.getValue();
        double[] values = {1, 2, 3, Double.NEGATIVE_INFINITY};
        int status = lib.inno_dataset_add_column(data, "ô", values, new Innoscore.Stride(24), error); // ptrdiff_t
        out.println("refused " + status + " " + lib.inno_error_node(error) + " " + lib.inno_error_unit(error));
        status = lib.inno_dataset_add_column(data, "ô", values, new Innoscore.Stride(8), error);
        out.println("column " + status + " [" + lib.inno_error_message(error) + "]");
        lib.inno_dataset_destroy(data);

        lib.inno_indicator_set_create(null, made, error);
        Pointer set = made.getValue();
        lib.inno_indicator_set_add(set, "ô", null, error);
        out.println("count " + lib.inno_indicator_set_node_count(set) + " " + lib.inno_indicator_set_find(set, "x"));
        lib.inno_indicator_set_destroy(set);
        lib.inno_error_destroy(error);

        out.println("mean " + lib.inno_flat_arithmetic_mean(new double[] {1, 2, 3, 4}, null, 4, Double.NaN));
    }
}
