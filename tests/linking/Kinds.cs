// Every kind of argument that the headers have, once, through the written declarations; all languages print the same.
using System;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using static Innoscore.Native;

internal static class Kinds
{
    private static IntPtr Utf8(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text + "\0");
        IntPtr address = Marshal.AllocHGlobal(bytes.Length);
        Marshal.Copy(bytes, 0, address, bytes.Length);
        return address;
    }

    private static void Main()
    {
        TextWriter print = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        int[] step = { 0 }; // int32_t *, const char **
        IntPtr[] name = { IntPtr.Zero };
        inno_step_info(4, step, name, null);
        print.WriteLine("step {0} {1}", step[0], Text(name[0]));
        double[] fallback = { 0 }; // double *
        inno_key_bounds(INNO_KEY_NORMALIZE_POINTS, null, null, fallback);
        print.WriteLine("default {0} {1}", (int)fallback[0], inno_key_from_name(INNO_STEP_NORMALIZE, "points"));

        inno_error_create(IntPtr.Zero, out IntPtr error);
        inno_scheme_create(IntPtr.Zero, INNO_STEP_TREAT, out IntPtr scheme, error);
        byte[] buffer = new byte[64]; // char *, int64_t *
        long[] needed = { 0 }, integer = { 0 };
        int key = inno_key_from_name(INNO_STEP_TREAT, "rules");
        inno_scheme_get_text(scheme, null, key, buffer, buffer.Length, needed, error);
        print.WriteLine("text {0} {1}", Encoding.UTF8.GetString(buffer, 0, (int)needed[0] - 1), needed[0]);
        inno_scheme_set_i64(scheme, null, INNO_KEY_TREAT_LIMIT, 7, error);
        inno_scheme_get_i64(scheme, null, INNO_KEY_TREAT_LIMIT, integer, error);
        print.WriteLine("integer {0}", integer[0]);
        inno_scheme_destroy(scheme);

        IntPtr[] codes = { Utf8("Hà Nội"), Utf8("Huế") }; // const char *const *, texts beyond ASCII both ways
        inno_dataset_create(IntPtr.Zero, 2, codes, out IntPtr data, error);
        Array.ForEach(codes, Marshal.FreeHGlobal);
        double[] values = { 1, 2, 3, double.NegativeInfinity };
        int status = inno_dataset_add_column(data, "ô", values, (IntPtr)24, error); // ptrdiff_t
        print.WriteLine("refused {0} {1} {2}", status, Text(inno_error_node(error)), Text(inno_error_unit(error)));
        status = inno_dataset_add_column(data, "ô", values, (IntPtr)8, error);
        print.WriteLine("column {0} [{1}]", status, Text(inno_error_message(error)));
        inno_dataset_destroy(data);

        inno_indicator_set_create(IntPtr.Zero, out IntPtr set, error);
        inno_indicator_set_add(set, "ô", null, error);
        print.WriteLine("count {0} {1}", inno_indicator_set_node_count(set), inno_indicator_set_find(set, "x"));
        inno_indicator_set_destroy(set);
        inno_error_destroy(error);
        double mean = inno_flat_arithmetic_mean(new double[] { 1, 2, 3, 4 }, null, 4, double.NaN);
        print.WriteLine("mean {0}", mean.ToString(CultureInfo.InvariantCulture));
    }
}
