import pytest

from generator.site.finish.bundle import bundle


def test_what_a_script_imports_stands_before_it_once_and_none_of_it_is_a_module(tmp_path):
    (tmp_path / "end-point.js").write_text("export const end = 1;\nexport async function go() {}\n")
    (tmp_path / "way.js").write_text(
        'import { end } from "./end-point.js";\nexport function way() { return end; }\n'
    )
    (tmp_path / "all.js").write_text(
        'import { way } from "./way.js";\nimport { end, go } from "./end-point.js";\nway(end, go);\n'
    )
    text = bundle(tmp_path / "all.js")
    assert text.count("const end = 1;") == 1
    assert text.index("const end = 1;") < text.index("const { end } = module_end_point;")
    assert "return { end, go };" in text
    assert "const { way } = module_way;" in text
    assert "import " not in text
    assert "export " not in text


def test_a_script_that_is_no_module_stays_as_it_is(tmp_path):
    (tmp_path / "plain.js").write_text("const here = 1;\n")
    assert bundle(tmp_path / "plain.js") == "const here = 1;\n"


def test_what_is_imported_when_called_for_is_there_already(tmp_path):
    (tmp_path / "later.js").write_text("export const a = 1;\n")
    (tmp_path / "all.js").write_text('if (go) import("./later.js").then(({ a }) => a);\n')
    text = bundle(tmp_path / "all.js")
    assert text.index("const a = 1;") < text.index("if (go) Promise.resolve(module_later).then(")


def test_the_address_of_a_module_is_that_of_the_script(tmp_path):
    (tmp_path / "all.js").write_text('export const root = new URL("../", import.meta.url);\n')
    assert 'const root = new URL("../", document.currentScript.src);' in bundle(tmp_path / "all.js")


@pytest.mark.parametrize(
    "line", ['import "./a.js";', "export default 1;", "import(name);", "import.meta.url;"]
)
def test_what_cannot_be_put_into_one_script_is_refused(tmp_path, line):
    (tmp_path / "other.js").write_text(f"export const a = 1;\n{line}\n")
    with pytest.raises(ValueError, match=r"other\.js"):
        bundle(tmp_path / "other.js")
