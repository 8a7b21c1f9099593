# %% [markdown]
# # Bộ chỉ số đổi mới sáng tạo cấp địa phương: ví dụ bằng Python
#
# **Số liệu mô phỏng**, do chương trình sinh ra, không phải số liệu chính thức: không trích dẫn thứ hạng từ đây. 34 tỉnh, thành
# phố và 52 chỉ tiêu (examples/data/pii-synthetic). Chạy cả tệp bằng `python3 pii_vi.py`, hoặc từng ô trong trình soạn thảo
# hiểu `# %%`. Hình được ghi vào thư mục đang đứng.

# %%
from pathlib import Path

import innoscore
from innoscore import plots

DATA = Path(__file__).resolve().parents[2] / "data" / "pii-synthetic"
REPLICATES = 100_000
innoscore.set_language("vi")  # câu thông báo, tên chỉ tiêu, dấu phẩy thập phân trong hình

# %% [markdown]
# ## Tính điểm và xếp hạng

# %%
framework = innoscore.Framework.from_csv(DATA / "framework.csv")
method = innoscore.Method(framework)  # cách tính mặc định, như GII và PII
result = method.score(DATA / "data.csv")
print(result.ranking().head(10).round(2).to_string())

# %% [markdown]
# ## Kiểm định thống kê: những chỗ cần xem lại

# %%
findings = result.audit().findings()
for severity, sentence in findings[["severity", "sentence"]].head(10).itertuples(index=False):
    print("!" * severity, sentence)

# %% [markdown]
# ## Thứ hạng chắc chắn đến đâu?
#
# Trọng số dao động 25 %, tính lại nhiều lần; khoảng 90 % của thứ hạng.

# %%
uncertainty = result.uncertainty(n=REPLICATES)
print(uncertainty.summary[["nominal", "lower", "upper"]].head(10).to_string())

# %% [markdown]
# ## Điểm của Huế được tính thế nào?

# %%
explanation = result.explain("HUE")
print("\n".join(str(explanation).splitlines()[:12]))
contributions = result.contributions("HUE")

# %% [markdown]
# ## Nếu một số liệu thay đổi?
#
# Mỗi thay đổi được tính lại ngay; `undo()` lấy lại số cũ.

# %%
with result.what_if() as what_if:
    before = what_if.value("HUE", "1.1.1")
    what_if.set_value("HUE", "1.1.1", before * 1.1)
    print(f"1.1.1 tăng 10 %: điểm {result.score()['HUE']:.2f} -> {what_if.score()['HUE']:.2f}, "
          f"hạng {result.rank()['HUE']:.0f} -> {what_if.rank()['HUE']:.0f}")
    risen = what_if.score()["HUE"]
    what_if.undo()
    what_if_after = what_if.score()["HUE"]

# %% [markdown]
# ## Hình

# %%
plots.ranking(result, uncertainty).figure.savefig("pii_xep_hang.png")
plots.profile(result, "HUE").figure.savefig("pii_ho_so.png")
plots.correlations(result, nodes=plots.pillars(framework)).figure.savefig("pii_tuong_quan.png")
plots.rank_heat_map(uncertainty).figure.savefig("pii_hang.png")
plots.waterfall(contributions, "HUE", result=result).figure.savefig("pii_dong_gop.png")
plots.sunburst(framework, result, "HUE").figure.savefig("pii_khung.png")
