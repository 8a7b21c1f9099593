/** A table as a spreadsheet copies it: a line a unit, cells apart by tabs (or semicolons, or commas). */

/** -> { headers, units, columns: header -> numbers, null = empty }. decimalComma: 1.234,5 in place of 1,234.5. A cell
 * that is no number is an error that says where. vi: sentences in Vietnamese. */
export function readTable(text, { decimalComma = false, vi = false } = {}) {
  const refuse = (english, vietnamese) => {
    throw new Error(vi ? vietnamese : english);
  };
  const lines = text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "");
  if (lines.length < 2)
    refuse(
      "A first line with names and at least one line with numbers are needed",
      "Cần một dòng đầu có tên cột và ít nhất một dòng số liệu",
    );
  const separator = ["\t", ";", ","].find((mark) => lines[0].includes(mark));
  if (separator === undefined)
    refuse(
      "The first line has one cell: cells are apart by tabs, semicolons or commas",
      "Dòng đầu chỉ có một ô: các ô cách nhau bằng tab, dấu chấm phẩy hoặc dấu phẩy",
    );
  if (separator === "," && decimalComma)
    refuse(
      "With commas between cells numbers have a decimal point",
      "Khi các ô cách nhau bằng dấu phẩy, số phải dùng dấu chấm thập phân",
    );
  const rows = lines.map((line) => line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1")));
  const headers = rows[0].slice(1);
  const twice = headers.find((header, k) => header === "" || headers.indexOf(header) !== k);
  if (twice !== undefined)
    refuse(`A column without a name of its own: "${twice}"`, `Cột không có tên riêng: "${twice}"`);
  const columns = Object.fromEntries(headers.map((header) => [header, []]));
  const units = rows.slice(1).map((cells, k) => {
    if (cells.length !== rows[0].length)
      refuse(
        `Line ${k + 2} has ${cells.length} cells, the first one ${rows[0].length}`,
        `Dòng ${k + 2} có ${cells.length} ô, dòng đầu có ${rows[0].length} ô`,
      );
    headers.forEach((header, j) => {
      const value = readNumber(cells[j + 1], decimalComma);
      if (value === undefined)
        refuse(
          `${cells[0]}, ${header}: "${cells[j + 1]}" is no number; leave a missing one empty`,
          `${cells[0]}, ${header}: "${cells[j + 1]}" không phải là số; số thiếu thì để trống`,
        );
      columns[header].push(value);
    });
    return cells[0];
  });
  return { headers, units, columns };
}

/** null for an empty cell, undefined for what is no number. Thousands may be grouped by threes or by spaces. */
export function readNumber(cell, decimalComma = false) {
  if (cell === "") return null;
  const [point, group] = decimalComma ? [",", "."] : [".", ","];
  let text = cell.replaceAll("\u2212", "-").replace(/(?<=\d)[\u00a0\u202f ](?=\d{3}(\D|$))/g, "");
  const pattern = new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{3})+(\\${point}\\d+)?$`);
  if (pattern.test(text)) text = text.replaceAll(group, "");
  if (decimalComma && text.includes(".")) return undefined;
  text = text.replace(point, ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
}
