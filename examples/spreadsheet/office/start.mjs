/** The page that runs in Excel: associates the functions, and lists them. */
import { associate } from "./functions.mjs";

/** Excel's language decides, not that of the system. */
function language() {
  const shown = globalThis.Office?.context?.displayLanguage ?? navigator.language;
  return /^vi\b/i.test(shown) ? "vi" : "en";
}

const beside = (name) => new URL(name, import.meta.url);

async function fetched(name) {
  const response = await fetch(beside(name));
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  return response;
}

const WORDS = {
  en: { title: "Functions", separator: ", ", failed: "The functions could not be loaded" },
  vi: { title: "Các hàm", separator: "; ", failed: "Không nạp được các hàm" },
};

async function list() {
  const name = language() === "vi" ? "functions-vi.json" : "functions.json";
  const { functions } = await (await fetched(name)).json();
  const { title, separator } = WORDS[language()];
  document.documentElement.lang = language();
  document.querySelector("h1").textContent = `${title}: ${functions.length}`;
  document.querySelector("dl").replaceChildren(
    ...functions.flatMap(({ name: id, description, parameters }) => {
      const shown = parameters.map(({ name: word, optional, repeating }) =>
        repeating ? `[${word}${separator}...]` : optional ? `[${word}]` : word,
      );
      const [term, meaning] = [document.createElement("dt"), document.createElement("dd")];
      term.textContent = `INNO.${id}(${shown.join(separator)})`;
      meaning.textContent = description;
      return [term, meaning];
    }),
  );
}

const loaded = associate(
  CustomFunctions,
  async () => (await fetched("innoscore-cells.wasm")).arrayBuffer(),
  language,
);
await Office.onReady();
try {
  await Promise.all([loaded, list()]);
} catch (error) {
  document.querySelector("h1").textContent = `${WORDS[language()].failed}: ${error.message}`;
}
