// Scores the Technology Achievement Index from values in memory and prints ranks, scores and the bits of the scores.
// Usage: Tai.exe [wrong]     wrong puts an infinite value in, which the library refuses
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using static Innoscore.Native;

/// <summary>What the library refused: its status, its sentence, and where it is.</summary>
public sealed class InnoscoreException : Exception
{
    public int Status { get; }
    public string Node { get; }
    public string Unit { get; }

    public InnoscoreException(int status, string sentence, string node, string unit) : base(sentence)
    {
        Status = status;
        Node = node;
        Unit = unit;
    }
}

/// <summary>One thread's use of the library: the error object, and the objects in the order they were made.</summary>
internal sealed class Session : IDisposable
{
    public readonly IntPtr Error;
    private readonly Stack<Action> made = new Stack<Action>();

    public Session()
    {
        if (inno_abi_version() != INNO_ABI) throw new NotSupportedException("innoscore has another ABI than this");
        if (inno_error_create(IntPtr.Zero, out Error) != INNO_OK) throw new OutOfMemoryException("innoscore");
    }

    public void Check(int status)
    {
        if (status == INNO_OK) return;
        throw new InnoscoreException(status, Text(inno_error_message(Error)), Text(inno_error_node(Error)),
            Text(inno_error_unit(Error)));
    }

    /// <summary>Keeps an object that was made until Dispose().</summary>
    public IntPtr Own(int status, IntPtr handle, Action<IntPtr> destroy)
    {
        Check(status);
        made.Push(() => destroy(handle));
        return handle;
    }

    /// <summary>Texts as addresses of UTF-8, until Dispose().</summary>
    public IntPtr[] Texts(string[] texts)
    {
        return Array.ConvertAll(texts, text =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text + "\0");
            IntPtr address = Marshal.AllocHGlobal(bytes.Length);
            Marshal.Copy(bytes, 0, address, bytes.Length);
            made.Push(() => Marshal.FreeHGlobal(address));
            return address;
        });
    }

    public void Dispose()
    {
        while (made.Count > 0) made.Pop()(); // the latest first
        inno_error_destroy(Error);
    }
}

internal static class Tai
{
    private static readonly int Units = TaiData.units.Length;
    private static readonly int Indicators = TaiData.indicators.Length;
    private static readonly IntPtr Next = (IntPtr)sizeof(double);

    private static IntPtr MakeSet(Session s)
    {
        int status = inno_indicator_set_create(IntPtr.Zero, out IntPtr set, s.Error);
        s.Own(status, set, inno_indicator_set_destroy);
        s.Check(inno_indicator_set_add(set, "TAI", null, s.Error));
        foreach (string code in TaiData.indicators) s.Check(inno_indicator_set_add(set, code, "TAI", s.Error));
        s.Check(inno_indicator_set_freeze(set, s.Error));
        return set;
    }

    private static IntPtr MakeScheme(Session s, int step)
    {
        int status = inno_scheme_create(IntPtr.Zero, step, out IntPtr scheme, s.Error);
        return s.Own(status, scheme, inno_scheme_destroy);
    }

    /// <summary>Goalposts, each indicator its own, score 1 at the upper one; then the mean.</summary>
    private static IntPtr MakeMethod(Session s, IntPtr set)
    {
        IntPtr normalize = MakeScheme(s, INNO_STEP_NORMALIZE), aggregate = MakeScheme(s, INNO_STEP_AGGREGATE);
        s.Check(inno_scheme_set_i64(normalize, null, INNO_KEY_NORMALIZE_RULE, INNO_NORMALIZE_GOALPOSTS, s.Error));
        s.Check(inno_scheme_set_f64(normalize, null, INNO_KEY_NORMALIZE_POINTS, 1, s.Error));
        for (int i = 0; i < Indicators; i++)
        {
            string code = TaiData.indicators[i];
            s.Check(inno_scheme_set_f64(normalize, code, INNO_KEY_NORMALIZE_LOWER, TaiData.lower[i], s.Error));
            s.Check(inno_scheme_set_f64(normalize, code, INNO_KEY_NORMALIZE_UPPER, TaiData.upper[i], s.Error));
        }
        s.Check(inno_scheme_set_i64(aggregate, null, INNO_KEY_AGGREGATE_RULE, INNO_AGGREGATE_ARITHMETIC, s.Error));
        IntPtr[] steps = { normalize, aggregate };
        int status = inno_method_create(IntPtr.Zero, set, IntPtr.Zero, steps, steps.Length, out IntPtr method, s.Error);
        return s.Own(status, method, inno_method_destroy);
    }

    private static IntPtr MakeData(Session s, double[] matrix)
    {
        int status = inno_dataset_create(IntPtr.Zero, Units, s.Texts(TaiData.units), out IntPtr data, s.Error);
        s.Own(status, data, inno_dataset_destroy);
        IntPtr row = (IntPtr)(Indicators * sizeof(double));
        s.Check(inno_dataset_add_columns(data, s.Texts(TaiData.indicators), Indicators, matrix, row, Next, s.Error));
        return data;
    }

    private static void Print(double[] scores, double[] ranks)
    {
        Console.WriteLine("{0,4}  {1,-14}  {2,6}  {3}", "Rank", "Unit", "TAI", "Bits");
        for (int place = 1; place <= Units; place++)
        {
            for (int u = 0; u < Units; u++)
            {
                if ((int)ranks[u] != place) continue;
                string tai = scores[u].ToString("F4", CultureInfo.InvariantCulture);
                long bits = BitConverter.DoubleToInt64Bits(scores[u]);
                Console.WriteLine("{0,4}  {1,-14}  {2,6}  {3:x16}", place, TaiData.units[u], tai, bits);
            }
        }
    }

    private static void Main(string[] words)
    {
        double[] matrix = (double[])TaiData.values.Clone();
        if (words.Length > 0 && words[0] == "wrong") matrix[2 * Indicators] = double.PositiveInfinity;
        double[] scores = new double[Units], ranks = new double[Units];
        using (Session s = new Session())
        {
            IntPtr method = MakeMethod(s, MakeSet(s)), data = MakeData(s, matrix);
            int status = inno_result_create(IntPtr.Zero, method, data, INNO_KEEP_SCORES, out IntPtr result, s.Error);
            s.Own(status, result, inno_result_destroy);
            long index = inno_result_node_count(result) - 1; // the last node
            s.Check(inno_result_scores(result, index, scores, Next, s.Error));
            s.Check(inno_result_ranks(result, index, null, ranks, Next, s.Error));
        }
        Print(scores, ranks);
    }
}
