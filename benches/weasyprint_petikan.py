"""The petikan as HTML through WeasyPrint: `weasyprint_petikan.py COUNT FONTS OUT` prints milliseconds and kB a letter."""

import sys
import time
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

count, fonts, out = int(sys.argv[1]), Path(sys.argv[2]).resolve(), Path(sys.argv[3])
config = FontConfiguration()
style = CSS(
    string=f"""
    @font-face {{ font-family: Bonum; src: url(file://{fonts}/texgyrebonum-regular.otf) }}
    @page {{ size: 215mm 330mm; margin: 20mm 25mm 20mm 30mm }}
    body {{ font: 11pt/1.15 Bonum; }}
    .tengah {{ text-align: center }} .tanda td {{ width: 50% }}
    td {{ vertical-align: top; text-align: justify }} .label {{ width: 33mm }}
    .draf {{ position: fixed; top: 90mm; left: 0; font-size: 150pt; color: #ebebeb; transform: rotate(-57deg) }}
    """,
    font_config=config,
)


def page(n: int) -> str:
    """One letter with the words of templates/petikan.hbs."""
    facts = [
        ("Nomor urut lampiran", n), ("Nama", f"SITI RAHMAWATI KE-{n}, S.Pd."), ("NIP", f"19850512 201001 2 {n:03}"),
        ("Pangkat/Gol. Ruang", "Penata Tingkat I, III/d"), ("Jabatan Lama", "Guru Kelas Ahli Muda"),
        ("Unit Kerja Lama", f"SD Negeri {n} Bangko, Dinas Pendidikan dan Kebudayaan"),
        ("Jabatan Baru", "Guru Kelas Ahli Muda"),
        ("Unit Kerja Baru", f"SD Negeri {n + 1} Jangkat, Dinas Pendidikan dan Kebudayaan"),
    ]
    rows = "".join(f"<tr><td>{label}</td><td>: {value}</td></tr>" for label, value in facts)
    diktum = "".join(
        f"<tr><td class=label>{ke}</td><td>: {isi}</td></tr>"
        for ke, isi in [
            ("KEDUA", "Segala biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada Anggaran Pendapatan dan "
             "Belanja Daerah Kabupaten Merangin."),
            ("KETIGA", "Terhitung mulai tanggal 1 Desember 2026 yang bersangkutan melaksanakan tugas pada jabatan dan unit "
             "kerja yang baru."),
            ("KEEMPAT", "Keputusan ini mulai berlaku pada tanggal ditetapkan, dengan ketentuan apabila di kemudian hari "
             "terdapat kekeliruan akan diadakan perbaikan sebagaimana mestinya."),
        ]
    )
    return f"""<html lang=id><title>Petikan {n}</title><div class=draf>DRAF</div><div class=tengah>BUPATI MERANGIN<br>
    PROVINSI JAMBI<p>PETIKAN KEPUTUSAN BUPATI MERANGIN<br>NOMOR ....................<p>TENTANG<p>PEMINDAHAN DAN PENEMPATAN
    PEGAWAI NEGERI SIPIL DI LINGKUNGAN PEMERINTAH KABUPATEN MERANGIN<p>BUPATI MERANGIN,</div>
    <table><tr><td class=label>Menimbang</td><td>: dst.;</td></tr><tr><td>Mengingat</td><td>: dst.;</td></tr></table>
    <p class=tengah>MEMUTUSKAN:<table><tr><td class=label>Menetapkan</td><td>: dst.</td></tr><tr><td>KESATU</td>
    <td>: Memindahkan dan menempatkan Pegawai Negeri Sipil tersebut di bawah ini:<table>{rows}</table></td></tr>{diktum}
    </table><p>PETIKAN Keputusan ini disampaikan kepada Pegawai Negeri Sipil yang bersangkutan untuk diketahui dan
    dilaksanakan sebagaimana mestinya.<table class=tanda><tr><td></td><td>Ditetapkan di Bangko</td></tr><tr><td>Petikan sesuai
    dengan aslinya<br>a.n. BUPATI MERANGIN<br>SEKRETARIS DAERAH,<br><br><br>....................</td><td>pada tanggal
    ....................<br><br>BUPATI MERANGIN,<br><br><br>....................</td></tr></table>"""


# The first letter opens the fonts; it is not counted.
HTML(string=page(0)).write_pdf(out / "0.pdf", stylesheets=[style], font_config=config, pdf_variant="pdf/a-2u")
begun = time.process_time()
for n in range(1, count + 1):
    HTML(string=page(n)).write_pdf(out / f"{n}.pdf", stylesheets=[style], font_config=config, pdf_variant="pdf/a-2u")
print("ms", (time.process_time() - begun) * 1000 / count)
print("kB", sum((out / f"{n}.pdf").stat().st_size for n in range(1, count + 1)) / count / 1000)
