"""Writes framework.csv and data.csv of the synthetic PII example. Every value is GENERATED: none is official, none is real.

The structure (7 pillars, 16 groups, 52 indicators, 34 provinces after 1 July 2025) follows Viet Nam's Provincial Innovation Index as the
press describes it; names of indicators are a realistic skeleton, not the legal list. Run: python3 generate.py
"""
import csv
import math
import random

NOTE = "synthetic: generated values, not official / số liệu mô phỏng, không phải số liệu chính thức"

PROVINCES = [  # code, name, region, population (thousand, rough), size factor of the economy
    ("HNO", "Hà Nội", "RRD", 8800, 3.4), ("HUE", "Huế", "NCC", 1240, 1.0), ("LCH", "Lai Châu", "NMM", 490, 0.4),
    ("DBI", "Điện Biên", "NMM", 650, 0.4), ("SLA", "Sơn La", "NMM", 1310, 0.5), ("LSO", "Lạng Sơn", "NMM", 810, 0.6),
    ("QNI", "Quảng Ninh", "RRD", 1390, 2.0), ("THO", "Thanh Hóa", "NCC", 3760, 1.1), ("NAN", "Nghệ An", "NCC", 3470, 0.9),
    ("HTI", "Hà Tĩnh", "NCC", 1330, 0.9), ("CBA", "Cao Bằng", "NMM", 550, 0.4), ("TQU", "Tuyên Quang", "NMM", 1730, 0.5),
    ("LCA", "Lào Cai", "NMM", 1650, 0.8), ("TNG", "Thái Nguyên", "NMM", 1690, 1.4), ("PTH", "Phú Thọ", "NMM", 3660, 1.2),
    ("BNI", "Bắc Ninh", "RRD", 3510, 2.0), ("HYE", "Hưng Yên", "RRD", 3210, 1.2), ("HPH", "Hải Phòng", "RRD", 4100, 2.1),
    ("NBI", "Ninh Bình", "RRD", 3820, 1.2), ("QTR", "Quảng Trị", "NCC", 1580, 0.8), ("DNA", "Đà Nẵng", "NCC", 2820, 1.8),
    ("QNG", "Quảng Ngãi", "NCC", 1860, 0.9), ("GLA", "Gia Lai", "NCC", 3150, 0.9), ("KHO", "Khánh Hòa", "NCC", 1880, 1.2),
    ("LDO", "Lâm Đồng", "CHL", 3320, 1.0), ("DLA", "Đắk Lắk", "CHL", 2830, 0.8), ("HCM", "TP. Hồ Chí Minh", "SE", 13600, 3.8),
    ("DON", "Đồng Nai", "SE", 4430, 1.9), ("TNI", "Tây Ninh", "SE", 2960, 1.2), ("CTH", "Cần Thơ", "MD", 3210, 1.2),
    ("VLO", "Vĩnh Long", "MD", 3370, 0.9), ("DTH", "Đồng Tháp", "MD", 3470, 0.9), ("CMA", "Cà Mau", "MD", 2140, 0.8),
    ("AGI", "An Giang", "MD", 3680, 0.9),
]
REGIONS = {"RRD": "Đồng bằng sông Hồng", "NMM": "Trung du và miền núi phía Bắc", "NCC": "Bắc Trung Bộ và duyên hải miền Trung",
           "CHL": "Tây Nguyên", "SE": "Đông Nam Bộ", "MD": "Đồng bằng sông Cửu Long"}

PILLARS = [
    ("1", "Institutions", "Thể chế"), ("2", "Human capital and R&D", "Vốn con người và nghiên cứu & phát triển"),
    ("3", "Infrastructure", "Cơ sở hạ tầng"), ("4", "Market sophistication", "Trình độ phát triển của thị trường"),
    ("5", "Business sophistication", "Trình độ phát triển của doanh nghiệp"),
    ("6", "Knowledge, creative and technology outputs", "Sản phẩm tri thức, sáng tạo và công nghệ"), ("7", "Impact", "Tác động"),
]
GROUPS = [
    ("1.1", "Policy environment", "Môi trường chính sách"), ("1.2", "Business environment", "Môi trường kinh doanh"),
    ("2.1", "Education", "Giáo dục"), ("2.2", "Research and development", "Nghiên cứu và phát triển"),
    ("3.1", "ICT infrastructure", "Hạ tầng công nghệ thông tin"), ("3.2", "General infrastructure", "Hạ tầng chung"),
    ("4.1", "Finance and investment", "Tài chính và đầu tư"), ("4.2", "Market scale", "Quy mô thị trường"),
    ("5.1", "Knowledge workers", "Lao động có kiến thức"), ("5.2", "Innovation linkages", "Liên kết đổi mới sáng tạo"),
    ("5.3", "Knowledge absorption", "Hấp thu tri thức"), ("6.1", "Knowledge creation", "Sáng tạo tri thức"),
    ("6.2", "Intangible assets", "Tài sản vô hình"), ("6.3", "New enterprises", "Doanh nghiệp mới"),
    ("7.1", "Economic impact", "Tác động kinh tế"), ("7.2", "Social impact", "Tác động xã hội"),
]
# code, English, Vietnamese, denominator, scale, kind: index (a score of another survey), heavy (a count with a long tail), sparse (many
# zeros), share (per cent), growth (may be negative); the number is a typical level per unit of the denominator
INDICATORS = [
    ("1.1.1", "Policies promoting STI", "Chính sách thúc đẩy KH,CN&ĐMST", "", 1, "index", 6),
    ("1.1.2", "Legal institutions and security", "Thiết chế pháp lý và an ninh trật tự", "", 1, "index", 7),
    ("1.1.3", "Business support policy", "Chính sách hỗ trợ doanh nghiệp", "", 1, "index", 6),
    ("1.2.1", "Market entry costs", "Chi phí gia nhập thị trường", "", 1, "index", 7),
    ("1.2.2", "Dynamism of local government", "Tính năng động của chính quyền", "", 1, "index", 6.5),
    ("1.2.3", "Administrative reform", "Cải cách hành chính", "", 1, "index", 8.5),
    ("1.2.4", "Fair competition", "Cạnh tranh bình đẳng", "", 1, "index", 6),
    ("2.1.1", "Mean graduation exam score", "Điểm trung bình thi tốt nghiệp THPT", "", 1, "index", 6.5),
    ("2.1.2", "Pupils in science contests", "Học sinh THPT thi khoa học kỹ thuật", "pupils", 1000, "heavy", 3),
    ("2.1.3", "Education spending per learner", "Chi GD&ĐT bình quân 1 người đi học", "learners", 1, "heavy", 9),
    ("2.2.1", "R&D personnel", "Nhân lực NC&PT", "population", 10, "heavy", 8),
    ("2.2.2", "Local S&T budget", "Chi KH&CN từ ngân sách địa phương", "grdp", 100, "heavy", 0.3),
    ("2.2.3", "R&D spending", "Chi NC&PT", "grdp", 100, "heavy", 0.4),
    ("2.2.4", "S&T organisations", "Số tổ chức KH&CN", "population", 10, "sparse", 0.4),
    ("3.1.1", "Digital infrastructure", "Hạ tầng số", "", 1, "index", 6),
    ("3.1.2", "E-governance", "Quản trị điện tử", "", 1, "index", 3.4),
    ("3.2.1", "Basic infrastructure", "Cơ sở hạ tầng cơ bản", "", 1, "index", 6.4),
    ("3.2.2", "Industrial land with infrastructure", "Đất công nghiệp đã có hạ tầng", "", 1, "share", 45),
    ("3.2.3", "Environmental governance", "Quản trị môi trường", "", 1, "index", 3.6),
    ("4.1.1", "Private credit", "Tín dụng khu vực tư nhân", "grdp", 100, "heavy", 90),
    ("4.1.2", "Microfinance loans", "Vay tài chính vi mô", "grdp", 100, "heavy", 2.5),
    ("4.1.3", "Mean business capital of firms", "Vốn SXKD bình quân của doanh nghiệp", "firms", 1, "heavy", 50),
    ("4.1.4", "Fixed assets and long-term investment", "TSCĐ và đầu tư tài chính dài hạn của DN", "firms", 1, "heavy", 22),
    ("4.2.1", "S&T and professional service firms", "DN dịch vụ KH&CN, chuyên môn", "firms", 1000, "heavy", 60),
    ("4.2.2", "Firm density", "Mật độ doanh nghiệp", "population", 1, "heavy", 6),
    ("4.2.3", "Share of national GDP", "Đóng góp trong GDP cả nước", "", 1, "heavy", 2),
    ("5.1.1", "Firms with R&D", "DN có hoạt động NC&PT", "", 1, "share", 8),
    ("5.1.2", "Training cost share", "Chi đào tạo lao động trên tổng chi DN", "", 1, "share", 4),
    ("5.1.3", "Trained workers 15+", "Lao động từ 15 tuổi đã qua đào tạo", "", 1, "share", 26),
    ("5.2.1", "Firms in industrial clusters", "DN hợp tác trong khu công nghiệp", "firms", 1000, "heavy", 25),
    ("5.2.2", "Cooperation in innovation", "Hợp tác đổi mới sáng tạo", "", 1, "share", 12),
    ("5.2.3", "R&D spending of firms", "Chi NC&PT của doanh nghiệp", "grdp", 100, "heavy", 0.2),
    ("5.3.1", "Foreign direct investment", "Đầu tư trực tiếp nước ngoài trên GRDP", "grdp", 100, "heavy", 4),
    ("5.3.2", "ISO-certified firms", "DN có chứng chỉ ISO", "firms", 1000, "heavy", 9),
    ("5.3.3", "Innovating firms", "DN có hoạt động ĐMST", "", 1, "share", 18),
    ("6.1.1", "Patent applications", "Đơn đăng ký sáng chế", "population", 10, "sparse", 0.3),
    ("6.1.2", "Utility solutions", "Đơn giải pháp hữu ích", "population", 10, "sparse", 0.2),
    ("6.1.3", "Plant varieties", "Giống cây trồng", "population", 10, "sparse", 0.05),
    ("6.2.1", "Trade marks", "Đơn đăng ký nhãn hiệu", "firms", 1000, "heavy", 40),
    ("6.2.2", "Industrial designs", "Đơn kiểu dáng công nghiệp", "population", 10, "sparse", 0.3),
    ("6.2.3", "Geographical indications", "Chỉ dẫn địa lý", "population", 10, "sparse", 0.02),
    ("6.3.1", "New firms", "DN thành lập mới", "population", 1, "heavy", 1.4),
    ("6.3.2", "S&T enterprises", "DN khoa học và công nghệ", "firms", 1000, "sparse", 0.8),
    ("6.3.3", "Innovative start-ups", "DN khởi nghiệp sáng tạo", "firms", 1000, "sparse", 1.5),
    ("7.1.1", "Industrial production growth", "Chỉ số sản xuất công nghiệp (IIP)", "", 1, "growth", 8),
    ("7.1.2", "OCOP products of 4 stars or more", "Sản phẩm OCOP từ 4 sao", "population", 10, "heavy", 0.3),
    ("7.1.3", "Exports", "Giá trị xuất khẩu", "grdp", 100, "heavy", 60),
    ("7.1.4", "Labour productivity growth", "Tốc độ tăng năng suất lao động", "", 1, "growth", 5),
    ("7.2.1", "Poverty reduction", "Tốc độ giảm nghèo", "", 1, "growth", 1.2),
    ("7.2.2", "Employment rate", "Tỷ lệ lao động có việc làm", "", 1, "share", 97),
    ("7.2.3", "Income per person", "Thu nhập bình quân", "", 1, "heavy", 4.5),
    ("7.2.4", "Human development index", "Chỉ số phát triển con người (HDI)", "", 1, "index", 0.72),
]


def framework():
    rows = [("PII", "Provincial Innovation Index (synthetic example)", "Bộ chỉ số đổi mới sáng tạo cấp địa phương (ví dụ mô phỏng)",
             "", "", "", "", "", "", NOTE),
            ("INPUT", "Innovation input", "Đầu vào đổi mới sáng tạo", "PII", "", "1", "", "", "", NOTE),
            ("OUTPUT", "Innovation output", "Đầu ra đổi mới sáng tạo", "PII", "", "1", "", "", "", NOTE)]
    for code, name, vi in PILLARS:
        rows.append((code, name, vi, "INPUT" if code < "6" else "OUTPUT", "", "1", "", "", "", NOTE))
    for code, name, vi in GROUPS:
        rows.append((code, name, vi, code[0], "", "1", "", "", "", NOTE))
    for code, name, vi, denominator, scale, kind, _ in INDICATORS:
        # other indices and percentages have a range of their own and are left untreated, as GII does
        treatment = "none" if kind in ("index", "share") else ""
        rows.append((code, name, vi, code[:3], "1", "1", denominator, str(scale) if denominator else "", treatment, NOTE))
    return rows


def value(rng, kind, level, strength, base):
    if kind == "index":
        return round(level * (1 + 0.10 * rng.gauss(0, 1) + 0.05 * (strength - 1)), 3)
    if kind == "share":
        return round(min(100.0, max(0.2, level * (1 + 0.25 * rng.gauss(0, 1) + 0.1 * (strength - 1)))), 2)
    if kind == "growth":
        return round(level + 4 * rng.gauss(0, 1), 2)
    amount = level * base * math.exp(0.45 * rng.gauss(0, 1)) * strength ** 1.1
    if kind == "sparse":
        return float(max(0, round(amount - 0.4 * level * base)))
    return round(amount, 3)


def data():
    rng = random.Random(20251001)
    rows = []
    for code, name, region, population, strength in PROVINCES:
        grdp = round(population * 0.075 * strength * math.exp(0.1 * rng.gauss(0, 1)), 1)  # thousand billion dong
        firms = round(population * 5.5 * strength ** 1.3 * math.exp(0.1 * rng.gauss(0, 1)))
        learners = round(population * 0.23)
        base = {"population": population, "grdp": grdp, "firms": firms, "learners": learners, "pupils": round(learners * 0.14)}
        row = {"unit": code, "name": name, "group:region": REGIONS[region], "note": NOTE, **base}
        for indicator, _, _, denominator, scale, kind, level in INDICATORS:
            row[indicator] = value(rng, kind, level, strength, base[denominator] / scale if denominator else 1.0)
        rows.append(row)
    for indicator, unit in (("2.1.2", "LCH"), ("5.2.2", "DBI"), ("5.2.2", "CBA"), ("6.3.3", "SLA"), ("4.1.2", "HUE"), ("7.2.1", "HNO")):
        next(r for r in rows if r["unit"] == unit)[indicator] = ""  # a few gaps, as real tables have
    return rows


def main():
    with open("framework.csv", "w", newline="", encoding="utf-8") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(("code", "name", "name_vi", "parent", "direction", "weight", "denominator", "scale", "treatment", "note"))
        out.writerows(framework())
    rows = data()
    with open("data.csv", "w", newline="", encoding="utf-8") as f:
        out = csv.DictWriter(f, fieldnames=list(rows[0]), lineterminator="\n")
        out.writeheader()
        out.writerows(rows)


main()
