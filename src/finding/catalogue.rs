//! Every code a person can meet in *Temuan*: what it means and what to do. README and tests are made from `ALL`.

use super::{Kode, Severity};

macro_rules! catalogue {
    ($($name:ident = $code:literal $severity:ident $title:literal => $remedy:literal;)*) => {
        $(
            #[doc = $title]
            pub static $name: Kode =
                Kode { code: $code, severity: Severity::$severity, title: $title, remedy: $remedy };
        )*
        /// All codes, in the order of this file.
        pub static ALL: &[&Kode] = &[$(&$name),*];
    };
}

catalogue! {
    // B: berkas dan lembar
    FORMAT_ASING = "B-01" Galat "Berkas bukan buku kerja yang dapat dibaca"
        => "Buka berkas di Excel atau LibreOffice, lalu simpan sebagai .xlsx.";
    BERKAS_TERPOTONG = "B-02" Galat "Berkas tidak utuh"
        => "Tunggu sampai penyalinan selesai, atau minta berkas yang utuh dari pengirim.";
    BERKAS_RUSAK = "B-03" Galat "Berkas rusak"
        => "Buka berkas di Excel, simpan ulang sebagai .xlsx, lalu taruh kembali di folder masuk.";
    BERKAS_TERKUNCI = "B-04" Info "Berkas sedang dibuka di Excel atau LibreOffice"
        => "Simpan dan tutup berkas itu agar isinya yang terakhir ikut terbaca.";
    BERKAS_SANDI = "B-05" Galat "Berkas dilindungi kata sandi"
        => "Buka berkas dengan kata sandinya, lalu simpan tanpa kata sandi.";
    BATAS_BERKAS = "B-06" Galat "Berkas melewati batas aman"
        => "Periksa asal berkas; simpan ulang hanya lembar yang diperlukan.";
    PEMBACA_GAGAL = "B-07" Galat "Isi berkas tidak dapat dibaca"
        => "Buka berkas di Excel, simpan ulang sebagai .xlsx, lalu taruh kembali di folder masuk.";
    LEMBAR_ASING = "B-08" Peringatan "Lembar tidak dikenali"
        => "Jika lembar ini seharusnya dibaca, samakan judul kolomnya dengan daftar di README.";
    LEMBAR_TERSEMBUNYI = "B-09" Info "Lembar tersembunyi"
        => "Tampilkan lembar itu jika isinya harus ikut dihitung, atau tulis lembar_tersembunyi = \"baca\" di bawah [baca] pada mutasi.toml.";
    KOLOM_ASING = "B-10" Info "Judul kolom tidak dikenal, kolomnya tidak dibaca"
        => "Ganti judul kolom dengan nama yang dikenal jika isinya diperlukan.";
    KOLOM_WAJIB = "B-11" Galat "Kolom wajib tidak ada"
        => "Tambahkan kolom itu, lalu jalankan lagi.";
    KOLOM_GANDA = "B-12" Peringatan "Judul kolom yang sama muncul dua kali, yang kedua tidak dibaca"
        => "Sisakan satu kolom saja, atau beri judul yang berbeda.";
    EKSTENSI_KELIRU = "B-13" Info "Isi berkas tidak sesuai dengan nama belakangnya"
        => "Berkas tetap dibaca menurut isinya; simpan ulang dengan nama belakang yang sesuai.";
    SEL_GALAT = "B-14" Peringatan "Sel berisi galat Excel, dianggap kosong"
        => "Perbaiki rumusnya atau ketik nilainya.";
    RUMUS_TANPA_HASIL = "B-15" Peringatan "Rumus tidak menyimpan hasil, dianggap kosong"
        => "Buka berkas di Excel, lalu simpan agar hasil rumus ikut tersimpan.";
    FOLDER_KOSONG = "B-16" Galat "Tidak ada buku kerja di folder masuk"
        => "Taruh buku kerja bulan ini di masuk/TAHUN-BULAN/, misalnya masuk/2026-11/.";
    PERIODE_BERBEDA = "B-17" Peringatan "Periode di dalam berkas berbeda dengan folder tempatnya"
        => "Pastikan berkas ini memang untuk periode folder tersebut.";
    LEMBAR_KEMBAR = "B-18" Peringatan "Dua lembar bernama sama, hanya yang pertama yang terbaca"
        => "Beri nama yang berbeda pada tiap lembar.";
    BARIS_TERGESER = "B-19" Info "Baris jumlah, nomor kolom, tanda tangan, judul kelompok, atau judul berulang dilewati"
        => "Tidak perlu tindakan.";
    BUKAN_BUKU_KERJA = "B-20" Peringatan "Berkas bukan buku kerja, tidak dibaca"
        => "Jika memuat data, taruh datanya di buku kerja .xlsx; jika hanya surat atau catatan, tidak perlu tindakan.";
    JUDUL_TIDAK_ADA = "B-21" Galat "Baris judul kolom tidak ada"
        => "Sisipkan satu baris judul di atas data, misalnya NIP, NAMA, GOLONGAN, JABATAN, UNIT KERJA, lalu jalankan lagi.";
    REKAP_TANPA_JABATAN = "B-22" Peringatan "Rekap kebutuhan tidak menyebut nama jabatan, angkanya tidak dipakai"
        => "Taruh juga peta jabatan atau daftar kebutuhan jabatan OPD ini, atau tambahkan kolom NAMA JABATAN.";
    SEL_GABUNGAN = "B-23" Info "Sel gabungan tidak dapat diketahui dari bentuk berkas ini"
        => "Simpan ulang berkas sebagai .xlsx, atau isi unit pada setiap baris.";
    BARIS_KELOMPOK = "B-24" Info "Baris judul kelompok dan unit kerja"
        => "Atur dengan kunci baca.unit_dari_baris_kelompok di mutasi.toml.";
    BARIS_TERSEMBUNYI = "B-25" Info "Ada baris tersembunyi atau tersaring; baris itu ikut dibaca"
        => "Tidak perlu tindakan. Hapus baris itu dari berkas jika memang tidak berlaku.";
    BULAN_LALU_TAK_TERBACA = "B-26" Info "Data bulan sebelumnya tidak dapat dibaca, jadi tidak dibandingkan"
        => "Jalankan mutasi periksa untuk bulan itu jika perubahannya perlu dilihat.";
    SALINAN_DIPAKAI = "B-31" Info "Salinan periksa dipakai sebagai pengganti berkas asalnya"
        => "Tidak perlu tindakan. Keluarkan salinan ini dari folder masuk jika yang hendak dipakai berkas asalnya.";
    SALINAN_USANG = "B-32" Peringatan "Salinan periksa tidak dipakai karena berkas asalnya juga berubah"
        => "Pindahkan perbaikan di salinan ini ke berkas asal, lalu keluarkan salinan ini dari folder masuk.";
    SALINAN_GANDA = "B-33" Peringatan "Ada lebih dari satu salinan periksa dari berkas yang sama"
        => "Gabungkan perbaikannya dalam satu salinan, lalu keluarkan salinan lainnya dari folder masuk.";
    SALINAN_KURANG = "B-34" Peringatan "Lembar di berkas asal tidak terbaca di salinan periksanya"
        => "Kembalikan lembar itu atau baris judulnya jika masih diperlukan; jika memang dihapus, tidak perlu tindakan.";
    KAMUS_RUSAK = "B-35" Galat "Kamus tidak dapat dibaca, konfirmasi yang tersimpan di dalamnya tidak dipakai"
        => "Buka kamus/kamus.xlsx di Excel lalu simpan lagi, atau pindahkan ke tempat lain agar dibuat yang baru; program tidak menimpanya.";
    KONFIRMASI_DITERIMA = "B-36" Info "Berkas hasil diterima kembali; keputusan dan konfirmasinya dibaca, isinya yang lain bukan data"
        => "Tidak perlu tindakan. Untuk mengubah konfirmasi yang sudah diterima, ubah barisnya di kamus/kamus.xlsx.";
    KONFIRMASI_TAK_TERBACA = "B-37" Peringatan "Berkas hasil kembali tanpa lembar isian yang terbaca"
        => "Keluarkan dari folder masuk; jika ada isian di dalamnya, simpan sebagai .xlsx lengkap dengan lembar Keputusan dan Perlu Konfirmasi, lalu taruh kembali.";
    MASIH_DISALIN = "B-40" Galat "Berkas masih disalin"
        => "Tunggu sampai penyalinan selesai, lalu jalankan lagi.";
    BACA_TERHENTI = "B-41" Galat "Pembacaan berkas terhenti"
        => "Buka berkas di Excel, simpan ulang sebagai .xlsx, lalu taruh kembali di folder masuk.";
    ISI_TERTOLAK = "B-42" Galat "Isi berkas dalam bentuk yang tidak dibaca demi keamanan"
        => "Buka berkas di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu taruh kembali di folder masuk.";
    KEPALA_UNDUHAN = "B-43" Info "Berkas diawali keterangan unduhan, isinya tetap dibaca"
        => "Tidak perlu tindakan. Unduh ulang jika berkas ini juga harus dapat dibuka di Excel.";
    TABEL_DI_SAMPING = "B-44" Peringatan "Di samping sebuah tabel ada tabel lain yang tidak dibaca"
        => "Jika isinya diperlukan, pindahkan tabel itu ke lembar tersendiri dengan judul kolom yang dikenal.";
    TABEL_BERDAMPINGAN = "B-45" Info "Tabel yang berdampingan pada satu lembar dibaca sendiri-sendiri"
        => "Tidak perlu tindakan. Pindahkan salah satunya ke lembar tersendiri jika batas kolomnya keliru.";
    KOLOM_TERSEMBUNYI = "B-46" Info "Ada kolom tersembunyi; kolom itu ikut dibaca"
        => "Tidak perlu tindakan. Hapus kolom itu dari berkas jika isinya memang tidak berlaku.";
    TABEL_BERHIMPIT = "B-47" Peringatan "Judul awal tabel muncul lagi di tengah baris judul, mungkin awal tabel lain"
        => "Jika itu tabel lain, beri satu kolom kosong di antara keduanya atau pindahkan ke lembar tersendiri; jika satu tabel, ubah judul yang berulang itu.";
    ISI_DI_SAMPING = "B-48" Peringatan "Di samping sebuah tabel, di bawah baris judulnya, ada isi yang tidak dibaca"
        => "Jika isinya diperlukan, pindahkan ke lembar tersendiri dengan judul kolom yang dikenal; jika tidak, abaikan.";
    CATATAN_DI_SAMPING = "B-49" Info "Di samping sebuah tabel ada catatan tanpa judul kolom yang tidak dibaca"
        => "Jika hanya catatan, tidak perlu tindakan; jika isinya diperlukan, beri judul kolom yang dikenal pada baris judul tabel.";

    EDISI_KURANG = "B-50" Info "Edisi pegawai belum memuat waktu atau alamat penyampaian keberatan"
        => "Isi kunci itu di mutasi.toml, lalu jalankan lagi sebelum edisi pegawai dibagikan.";

    // D-1xx: isi satu sel
    NIP_KOSONG = "D-101" Galat "NIP kosong"
        => "Isi NIP 18 angka sebagai teks.";
    NIP_ANGKA = "D-102" Galat "NIP tersimpan sebagai angka, angka terakhirnya tidak dapat dipercaya"
        => "Ubah format kolom NIP menjadi Teks, lalu ketik ulang 18 angka.";
    NIP_SALAH = "D-103" Galat "NIP bukan 18 angka"
        => "Ketik NIP 18 angka sesuai SK terakhir.";
    GOLONGAN_ASING = "D-104" Galat "Golongan tidak dikenal"
        => "Tulis seperti III/d. Jika sel ini kosong di sumber, isi dari SK terakhir.";
    TANGGAL_ASING = "D-105" Galat "Tanggal tidak terbaca"
        => "Tulis seperti 1 Agustus 2019 atau 01-08-2019.";
    JENIS_KELAMIN_ASING = "D-106" Galat "Jenis kelamin tidak dikenal"
        => "Tulis L atau P.";
    NAMA_KOSONG = "D-107" Galat "Nama kosong"
        => "Isi nama lengkap pegawai.";
    UNIT_ASING = "D-108" Galat "Unit kerja tidak ada di data unit"
        => "Samakan nama atau kode unit dengan data unit bulan ini.";
    JABATAN_KOSONG = "D-109" Galat "Jabatan kosong"
        => "Isi nama jabatan sesuai SK jabatan terakhir.";
    STATUS_ASING = "D-110" Galat "Status pegawai tidak dikenal"
        => "Tulis PNS, CPNS, PPPK, atau PPPK Paruh Waktu.";
    KEDUDUKAN_ASING = "D-111" Galat "Kedudukan hukum tidak dikenal"
        => "Tulis seperti Aktif, CLTN, Tugas Belajar, atau Pemberhentian Sementara.";
    PENDIDIKAN_ASING = "D-112" Peringatan "Tingkat pendidikan tidak dikenal"
        => "Tulis tingkat dan jurusan, misalnya S-1 Pendidikan Guru Sekolah Dasar.";
    KINERJA_ASING = "D-113" Peringatan "Predikat kinerja tidak dikenal"
        => "Tulis Sangat Baik, Baik, Butuh Perbaikan, Kurang, atau Sangat Kurang.";
    HUKDIS_ASING = "D-114" Galat "Tingkat hukuman disiplin tidak dikenal"
        => "Tulis Ringan, Sedang, atau Berat; kosongkan jika tidak ada.";
    ANGKA_ASING = "D-115" Galat "Angka tidak terbaca"
        => "Tulis bilangan bulat tanpa huruf.";
    NIP_URUT_NOL = "D-116" Galat "Nomor urut NIP 000, tanda NIP pernah tersimpan sebagai angka"
        => "Ketik ulang tiga angka terakhir NIP dari SK.";
    NIP_LAHIR = "D-117" Galat "Delapan angka pertama NIP bukan tanggal lahir yang sah"
        => "Cocokkan NIP dengan SK CPNS.";
    NIP_TMT = "D-118" Galat "Angka ke-9 sampai ke-14 NIP bukan TMT CPNS atau kode PPPK yang sah"
        => "Cocokkan NIP dengan SK CPNS atau SK pengangkatan PPPK.";
    NIP_KELAMIN = "D-119" Galat "Angka ke-15 NIP bukan 1 atau 2"
        => "Cocokkan NIP dengan SK CPNS.";
    NIP_BUKAN_NIP = "D-120" Galat "Isi kolom NIP adalah nomor lain"
        => "Isi NIP baru 18 angka, bukan NIP lama atau ID SIASN.";
    DITAFSIRKAN = "D-121" Diperbaiki "Penulisan dirapikan"
        => "Tidak perlu tindakan jika tafsirannya benar.";
    KECAMATAN_ASING = "D-122" Info "Kecamatan tidak ada di tabel wilayah, jarak tidak dapat dihitung"
        => "Samakan nama kecamatan dengan tabel wilayah, atau lengkapi kecamatan.csv.";
    JENIS_SEKOLAH_ASING = "D-123" Peringatan "Bentuk pendidikan tidak dikenal"
        => "Tulis TK, SD, SMP, SMA, SMK, SLB, atau bentuk lain menurut Dapodik.";
    NAMA_UNIT_KOSONG = "D-124" Galat "Nama unit kosong"
        => "Isi nama unit kerja.";
    NON_ASN = "D-125" Info "Pegawai non-ASN tanpa NIP tidak dihitung"
        => "Tidak perlu tindakan. Kebutuhan dibandingkan dengan jumlah ASN.";
    UNIT_DARI_KEBUTUHAN = "D-126" Info "Unit hanya dikenal dari data kebutuhan jabatan"
        => "Pastikan namanya benar; tambahkan unit itu ke data unit beserta kecamatannya agar jaraknya dapat dihitung.";
    LEMBAR_KOSONG = "D-127" Info "Lembar belum berisi data"
        => "Isi mulai baris di bawah judul kolom; pindahkan berkas ini dari folder masuk jika memang tidak dipakai.";
    NIP_DIPULIHKAN = "D-128" Diperbaiki "NIP yang rusak dipulihkan dari berkas lain atau bulan lalu"
        => "Cocokkan dengan SK, lalu ubah format kolom NIP menjadi Teks dan ketik ulang 18 angkanya.";
    NIP_TANPA_PEGAWAI = "D-131" Peringatan "NIP tidak ada di data pegawai"
        => "Cocokkan NIP dengan data pegawai bulan ini; jika pegawai ini sudah pindah atau pensiun, hapus barisnya.";
    KOORDINAT_ASING = "D-132" Peringatan "Koordinat tidak dapat dipakai, jarak dihitung dari kecamatannya"
        => "Tulis lintang lalu bujur dalam derajat, misalnya -2.09933, 102.29501; kosongkan jika belum diketahui.";
    PUSKESMAS_ASING = "D-133" Peringatan "Keterangan puskesmas tidak dikenal"
        => "Tulis salah satu isian menurut petunjuk di blangko puskesmas.";
    BERSEDIA_ASING = "D-134" Peringatan "Kesediaan dipindah tidak dikenal, dianggap belum diisi"
        => "Tulis Ya atau Tidak.";
    NILAI_ASING = "D-135" Peringatan "Nilai tidak terbaca atau di luar rentangnya"
        => "Tulis angka saja; JPM dan asesmen 0 sampai 100, IKM 25 sampai 100.";
    KOTAK_ASING = "D-136" Peringatan "Kotak talenta tidak dikenal"
        => "Tulis 1 sampai 9.";
    PERIODE_SURVEI_ASING = "D-137" Peringatan "Masa survei tidak dikenal"
        => "Tulis seperti 2026, Semester I 2026, Triwulan II 2026, atau November 2026.";
    USULAN_UNIT_ASING = "D-138" Peringatan "Unit yang diusulkan tidak ada di data unit"
        => "Samakan nama unit dengan data unit bulan ini; usulan lain di baris ini tetap dicatat.";
    TAHUN_SKP_DIANGGAP = "D-139" Info "Tahun SKP tidak disebut, dianggap tahun penuh terakhir"
        => "Tulis tahunnya di judul kolom, misalnya SKP 2025, atau tambahkan kolom TAHUN.";
    UNIT_DARI_SUSUNAN = "D-140" Info "Unit kerja diambil dari susunan jabatan"
        => "Tambahkan kolom NAMA UNIT KERJA jika ada unit yang keliru.";
    JENJANG_BEDA_KOLOM = "D-141" Peringatan "Angka rekap tidak sesuai dengan jenjang jabatannya, angka itu tidak dipakai"
        => "Pindahkan angkanya ke kolom jenjang yang sesuai, atau perbaiki nama jabatannya.";
    KEBUTUHAN_TANPA_UNIT = "D-142" Galat "Lembar kebutuhan jabatan tidak menyebut unitnya"
        => "Tambahkan kolom NAMA UNIT KERJA, atau tulis unitnya di atas tabel, misalnya UNIT KERJA : Dinas Kesehatan.";
    BOBOT_ASING = "D-170" Peringatan "Bobot strategis tidak terbaca, jabatan itu dianggap tidak berbobot"
        => "Tulis bilangan bulat 0 sampai 100, atau kosongkan jika tidak ditetapkan.";
    LEVEL_ASING = "D-171" Peringatan "Level kompetensi tidak terbaca"
        => "Tulis 1 sampai 5, menurut hasil asesmen.";
    EKSPEKTASI_ASING = "D-172" Peringatan "Penilaian hasil kerja atau perilaku tidak dikenal"
        => "Tulis Di Atas Ekspektasi, Sesuai Ekspektasi, atau Di Bawah Ekspektasi.";
    PREDIKAT_BUKAN_MATRIKS = "D-173" Peringatan "Predikat kinerja berbeda dari hasil kerja dan perilaku kerja"
        => "Cocokkan dengan dokumen evaluasi kinerja, lalu perbaiki yang keliru; predikat yang tertulis dipakai.";
    PRIORITAS_ASING = "D-174" Peringatan "Nama pada strategis.prioritas tidak dikenal, bobotnya tidak dipakai"
        => "Samakan dengan nama unit, OPD, atau jabatan di data bulan ini, atau hapus dari mutasi.toml.";
    PERLINDUNGAN_BERKETERANGAN = "D-180" Peringatan "Kolom perlindungan memuat keterangan, dibaca sebagai Ya"
        => "Tulis Ya atau Tidak saja; alasannya tidak perlu ditulis dan tidak disalin ke hasil mana pun.";
    NIP_PASANGAN_SALAH = "D-181" Peringatan "NIP suami/istri tidak terbaca, aturan A-121 dan A-122 tidak dapat memeriksanya"
        => "Tulis 18 angka sebagai teks pada kolom NIP suami/istri, atau kosongkan jika pasangannya bukan ASN.";
    NIK_SALAH_TEMPAT = "D-182" Galat "Sel berisi NIK di tempat isian lain, dianggap kosong"
        => "Ganti dengan isian yang dimaksud judul kolomnya; NIK tidak dibaca dan tidak disalin.";
    DARI_KAMUS = "D-150" Diperbaiki "Dibaca menurut kamus"
        => "Tidak perlu tindakan jika benar; jika keliru, ubah atau hapus barisnya di kamus/kamus.xlsx.";
    KONFIRMASI_KURANG = "D-151" Peringatan "Pilihan belum diterima karena nama pengonfirmasi atau tanggalnya belum diisi"
        => "Isi kolom Dikonfirmasi oleh dan Tanggal pada baris itu, lalu jalankan lagi.";
    PILIHAN_ASING = "D-152" Peringatan "Pilihan tidak dikenal, tidak diterima"
        => "Pilih salah satu isi daftar pada kolom Pilihan; jika yang dimaksud tidak ada di daftar, tulis di kamus/kamus.xlsx.";
    KAMUS_SALAH = "D-153" Peringatan "Baris kamus tidak dapat dipakai"
        => "Perbaiki atau hapus baris itu di kamus/kamus.xlsx.";
    KONFIRMASI_BERTENTANGAN = "D-154" Peringatan "Konfirmasi yang saling bertentangan tidak dipakai"
        => "Sisakan satu yang benar, lalu jalankan lagi.";
    KAMUS_UNIT_HILANG = "D-155" Peringatan "Unit yang ditunjuk kamus tidak ada di data unit"
        => "Ubah atau hapus baris itu di kamus/kamus.xlsx, atau lengkapi data unit bulan ini.";
    JABATAN_ASING = "D-157" Peringatan "Jabatan mirip dengan jabatan lain di data kebutuhan; belum pasti mana yang dimaksud, orangnya tidak dipindahkan"
        => "Pilih jabatan yang dimaksud di lembar Perlu Konfirmasi, lalu taruh berkas itu di folder masuk; atau samakan namanya dengan data kebutuhan.";

    // D-2xx: sel-sel satu baris tidak cocok
    LAHIR_BEDA_NIP = "D-201" Peringatan "Tanggal lahir berbeda dengan NIP"
        => "Cocokkan dengan SK CPNS; NIP lama kadang memang tidak diubah.";
    CPNS_BEDA_NIP = "D-202" Peringatan "TMT CPNS berbeda dengan NIP"
        => "Cocokkan dengan SK CPNS.";
    KELAMIN_BEDA_NIP = "D-203" Peringatan "Jenis kelamin berbeda dengan NIP"
        => "Cocokkan dengan SK CPNS.";
    STATUS_BEDA_NIP = "D-204" Peringatan "Status pegawai tidak sesuai dengan bentuk NIP"
        => "Periksa apakah pegawai ini PNS atau PPPK.";
    PANGKAT_BEDA = "D-205" Peringatan "Pangkat tidak sesuai dengan golongan; golongan yang dipakai"
        => "Cocokkan pangkat dan golongan dengan SK terakhir.";
    USIA_CPNS = "D-206" Peringatan "Usia saat TMT CPNS di luar kebiasaan"
        => "Cocokkan tanggal lahir dan TMT CPNS dengan SK.";
    TMT_TIDAK_URUT = "D-207" Peringatan "Urutan tanggal tidak masuk akal"
        => "Cocokkan TMT dengan SK.";

    // D-3xx: antarbaris dan antarberkas
    NIP_GANDA = "D-301" Galat "NIP yang sama muncul lebih dari sekali di satu lembar; satu baris yang dipakai"
        => "Hapus baris yang tidak berlaku.";
    NIP_DUA_NAMA = "D-302" Galat "NIP yang sama dipakai dua nama; satu baris yang dipakai"
        => "Cocokkan kedua baris dengan SK.";
    NPSN_GANDA = "D-303" Peringatan "NPSN yang sama muncul lebih dari sekali; satu baris yang dipakai"
        => "Hapus baris yang tidak berlaku.";
    UNIT_GANDA = "D-304" Peringatan "Nama unit yang sama muncul lebih dari sekali; baris pertama yang dipakai"
        => "Beri kode unit agar dapat dibedakan, atau hapus baris yang tidak berlaku.";
    DUA_NAMA_UNIT = "D-308" Peringatan "Satu kode unit dengan dua nama"
        => "Samakan nama unit ini di kedua berkas; jika memang dua unit, perbaiki kodenya.";
    KEBUTUHAN_GANDA = "D-305" Peringatan "Kebutuhan jabatan yang sama muncul lebih dari sekali; baris pertama yang dipakai"
        => "Sisakan satu baris untuk tiap jabatan di tiap unit.";
    ROMBEL_NOL = "D-307" Peringatan "Rombel 0 padahal ada guru; kebutuhan tidak dihitung dan tidak dianggap kelebihan"
        => "Perbaiki rombel di Dapodik, lalu unduh ulang.";
    DAFTAR_GANDA = "D-311" Peringatan "Pegawai yang sama muncul lebih dari sekali di daftar; baris pertama yang dipakai"
        => "Sisakan baris yang berlaku.";
    SKP_BERBEDA = "D-312" Peringatan "SKP berbeda antara data penilaian dan data pegawai; data penilaian yang dipakai"
        => "Cocokkan kedua data dengan dokumen evaluasi kinerja.";
    HUKDIS_BERBEDA = "D-313" Peringatan "Hukuman disiplin berbeda antara dua data"
        => "Cocokkan kedua data dengan SK hukuman disiplin.";
    SURVEI_GANDA = "D-314" Peringatan "Survei unit untuk masa yang sama muncul lebih dari sekali; baris pertama yang dipakai"
        => "Sisakan satu baris untuk tiap unit dan masa survei.";
    NAMA_BEDA_DAFTAR = "D-315" Peringatan "Nama di daftar berbeda dengan nama pemilik NIP di data pegawai"
        => "Cocokkan NIP dan namanya; baris ini dipakai menurut NIP-nya.";
    HUKDIS_TANPA_NIP = "D-316" Galat "Hukuman disiplin tidak dapat dipastikan milik siapa; semua yang mungkin dimaksud ditahan"
        => "Cocokkan nama dan NIP pada baris ini dengan SK hukuman disiplinnya, lalu jalankan lagi.";
    ISI_BERBEDA = "D-320" Peringatan "Isian pegawai yang sama berbeda antarlembar; satu yang dipakai menurut urutan"
        => "Cocokkan kedua isian dengan SK terakhir, lalu samakan di sumber yang keliru.";
    ISI_DILENGKAPI = "D-321" Info "Isian yang tidak ada di satu lembar diambil dari lembar lain"
        => "Tidak perlu tindakan; lengkapi sumbernya jika lembar lain itu tidak akan dikirim lagi.";
    ORANG_DIGABUNG = "D-322" Info "Pegawai yang sama ada di dua lembar; barisnya digabung"
        => "Tidak perlu tindakan. Setiap isian yang berbeda disebut tersendiri.";

    // D-33x: keputusan pimpinan
    KEPUTUSAN_ASING = "D-330" Galat "Isian keputusan tidak dikenal, baris ini tidak dipakai"
        => "Pilih Setuju, Tolak, Tetapkan ke, Larang, Tunda, atau Kecualikan aturan.";
    KEPUTUSAN_KURANG = "D-331" Galat "Keputusan belum lengkap, tidak dipakai"
        => "Lengkapi baris itu di lembar Keputusan, lalu jalankan lagi.";
    KEPUTUSAN_UNIT_ASING = "D-332" Galat "Unit tujuan keputusan tidak ada di data unit, keputusan tidak dipakai"
        => "Samakan nama unit itu dengan data unit, lalu jalankan lagi.";
    KEPUTUSAN_JABATAN_ASING = "D-333" Galat "Jabatan tujuan keputusan tidak ada di unit itu, keputusan tidak dipakai"
        => "Tulis nama jabatan seperti di lembar Kebutuhan Unit pada kolom JABATAN TUJUAN, lalu jalankan lagi.";
    KEPUTUSAN_ATURAN_ASING = "D-334" Galat "Kode aturan pada keputusan tidak dapat dipakai"
        => "Tulis kode seperti di lembar Aturan, misalnya A-101.";
    KEPUTUSAN_BERTENTANGAN = "D-335" Peringatan "Dua keputusan untuk pegawai yang sama bertentangan; yang terakhir yang dipakai"
        => "Kosongkan keputusan yang tidak berlaku lagi.";
    KEPUTUSAN_TANPA_PENGARUH = "D-336" Peringatan "Keputusan tidak mengubah apa pun"
        => "Periksa NIP, tujuan, dan kode aturannya; jika memang demikian, tidak perlu tindakan.";
    KEPUTUSAN_TAK_TERPENUHI = "D-337" Peringatan "Keputusan tidak dapat dipenuhi"
        => "Kecualikan aturan yang disebut, longgarkan batas yang disebut di mutasi.toml, kosongkan tempatnya dengan keputusan lain, atau cabut keputusan ini.";
    KEPUTUSAN_BULAN_LAIN = "D-338" Peringatan "Lembar Keputusan dari bulan lain tidak dipakai"
        => "Taruh berkas itu di folder masuk bulannya, atau isi lembar Keputusan dari hasil bulan ini.";
    RENCANA_TERBIT_GANDA = "D-339" Peringatan "Ada beberapa buku hasil; rencana terbit diambil dari yang terakhir"
        => "Sisakan buku hasil yang terakhir di folder masuk; keputusan yang sudah dipakai ikut tercantum di dalamnya.";
    KEPUTUSAN_DITERIMA = "D-340" Info "Lembar Keputusan diterima"
        => "Tidak perlu tindakan.";
    KEPUTUSAN_ORANG_LAIN = "D-341" Galat "Nama dan NIP pada keputusan adalah milik dua orang, keputusan tidak dipakai"
        => "Tulis NIP dan nama orang yang dimaksud, lalu jalankan lagi.";
    KEPUTUSAN_KODE_LAIN = "D-342" Galat "Nama dan kode unit tujuan keputusan menunjuk unit yang berbeda, keputusan tidak dipakai"
        => "Pilih unitnya dari daftar pada kolom TUJUAN, atau tulis namanya saja atau kodenya saja, lalu jalankan lagi.";
    KEPUTUSAN_TANGGAL_DEPAN = "D-343" Peringatan "Tanggal keputusan belum tiba"
        => "Periksa tanggalnya, terutama tahunnya; keputusannya tetap dipakai.";
    KEPUTUSAN_SEL_DIUBAH = "D-344" Peringatan "Sel yang bukan sel isian diubah di berkas hasil; yang dipakai isi semula"
        => "Tulis kehendak pimpinan pada kolom berjudul HURUF BESAR: Tetapkan ke pada KEPUTUSAN dan unitnya pada TUJUAN.";
    KEPUTUSAN_KOLOM_HILANG = "D-345" Peringatan "Lembar Keputusan tidak lengkap kolomnya"
        => "Pakai lembar Keputusan yang utuh dari berkas hasil, lalu isi lagi kolom berjudul HURUF BESAR.";
    LEMBAR_HASIL_DIUBAH = "D-346" Peringatan "Lembar hasil diubah di berkas yang kembali; perubahannya tidak dipakai"
        => "Tulis kehendak pimpinan di lembar Keputusan, dan perbaiki data di berkas asalnya di folder masuk.";

    // K: kebutuhan
    KEBUTUHAN_BERBEDA = "K-101" Info "Angka kebutuhan dari dua sumber berbeda; yang dipakai angka resmi, lalu beban kerja, lalu rumus"
        => "Periksa apakah angka yang dipakai masih berlaku.";
    ZONA_ABU = "K-102" Info "Kebutuhan guru berada di zona abu-abu, dipakai sebagai rentang"
        => "Tetapkan angka resmi di data kebutuhan jabatan jika ingin angka pasti.";
    KEBUTUHAN_TAK_ADA = "K-103" Info "Kebutuhan tidak diketahui, tidak ada yang dipindahkan ke sini"
        => "Tambahkan unit dan jabatan ini ke data kebutuhan jabatan.";
    RIIL_DARI_UNIT = "K-104" Info "Tidak ada pegawai unit ini di data pegawai; jumlah riil diambil dari data unit"
        => "Lengkapi data pegawai unit ini agar ikut diperhitungkan.";
    BUKAN_KEWENANGAN = "K-105" Info "Sekolah swasta atau bukan kewenangan daerah ini, tidak dihitung"
        => "Tidak perlu tindakan.";
    PEGAWAI_TAK_PASTI = "K-106" Info "Ada pegawai yang unit atau jabatannya belum pasti; yang dianggap kurang hanya kekurangan yang pasti"
        => "Perbaiki nama unit, jabatan, dan NIP pegawai yang disebut pada D-101 sampai D-120, D-157, D-301, D-302, dan D-320, lalu jalankan lagi.";
    RIIL_TAK_ADA = "K-107" Peringatan "Jumlah pegawai unit ini tidak diketahui, kebutuhannya tidak dihitung"
        => "Lengkapi data pegawai unit ini, atau isi kolom RIIL pada data kebutuhan; tulis 0 jika memang kosong.";
    SEKOLAH_KECIL = "K-108" Info "Jumlah rombel sekolah di bawah batas"
        => "Periksa jumlah rombelnya; sekolah yang terlalu kecil dapat dipertimbangkan untuk digabung.";
    KEBUTUHAN_TAK_WAJAR = "K-111" Peringatan "Kebutuhan satu jabatan di satu unit melampaui batas wajar, dianggap belum diketahui"
        => "Periksa angka di sel itu, misalnya volume, norma waktu, atau satuan waktunya; bila memang benar, naikkan kebutuhan.wajar_paling_banyak di mutasi.toml.";
    KEBUTUHAN_NOL = "K-112" Peringatan "Kebutuhan resmi nol, padahal menurut sumber lain dibutuhkan; angka resmi yang dipakai"
        => "Periksa angka nol di sel itu; bila sel itu belum diisi, isi kebutuhannya atau kosongkan.";
    KEBUTUHAN_DI_BAWAH_SPM = "K-110" Info "Kebutuhan guru SD di bawah jumlah guru minimum (SPM)"
        => "Periksa jumlah rombelnya dan isi kolom daerah khusus bila sekolah ini di daerah khusus; angka resmi dapat ditulis pada data kebutuhan jabatan.";

    // D-16x: bahan kebutuhan
    ROMBEL_TAK_ADA = "D-160" Peringatan "Jumlah rombel tidak diketahui, kebutuhan guru tidak dapat dihitung dari rombel"
        => "Isi jumlah rombel pada data sekolah.";
    ROMBEL_TINGKAT_BEDA = "D-161" Peringatan "Jumlah rombel tiap tingkat berbeda dengan jumlah rombel sekolah; jumlah sekolah yang dipakai"
        => "Cocokkan kolom rombel tiap tingkat dengan jumlah rombel di Dapodik.";
    DI_BAWAH_SPM = "D-162" Info "Guru SD kurang dari jumlah guru minimum (SPM)"
        => "Periksa apakah semua guru sekolah ini sudah ada pada data pegawai dan data sekolah.";
    TIPE_PUSKESMAS_KOSONG = "D-163" Peringatan "Tipe puskesmas tidak diketahui, jumlah minimum tenaganya tidak dipakai"
        => "Isi karakteristik wilayah dan kemampuan pelayanan pada data puskesmas.";
    DI_BAWAH_MINIMUM = "D-164" Peringatan "Tenaga puskesmas di bawah jumlah minimum"
        => "Periksa angka kebutuhan puskesmas ini; jumlah minimum tidak boleh dilanggar.";
    BEBAN_TAK_LENGKAP = "D-165" Peringatan "Data beban kerja tidak lengkap, jabatan ini tidak dihitung dari beban kerja"
        => "Lengkapi volume, satuan waktu, dan norma waktu pada setiap baris jabatan ini.";
    WAKTU_KERJA_BEDA = "D-166" Info "Waktu kerja efektif di berkas berbeda dengan yang dipakai"
        => "Samakan kunci kebutuhan.wke_menit_per_tahun di mutasi.toml jika angka di berkas yang berlaku di daerah ini.";
    PD_TAK_ADA = "D-167" Info "Jumlah peserta didik tidak diketahui, kebutuhan guru bimbingan dan konseling tidak dihitung"
        => "Isi jumlah peserta didik pada data sekolah.";
    ROMBEL_DI_LUAR_BATAS = "D-168" Peringatan "Peserta didik tiap rombel atau jumlah rombel melebihi batas"
        => "Periksa jumlah rombel dan peserta didiknya di Dapodik.";
    ISIAN_YA_TIDAK = "D-169" Peringatan "Isian bukan Ya atau Tidak, dianggap kosong"
        => "Tulis Ya atau Tidak.";

    // P: pengaturan
    KUNCI_ASING = "P-101" Peringatan "Kunci pengaturan tidak dikenal, diabaikan"
        => "Periksa ejaan kunci di mutasi.toml.";
    PENGATURAN_SALAH = "P-102" Galat "Nilai pengaturan tidak dapat dipakai, nilai bawaan yang berlaku"
        => "Perbaiki nilai di mutasi.toml.";

    DAERAH_KOSONG = "P-103" Peringatan "Nama daerah atau pejabat belum diisi di pengaturan"
        => "Isi di mutasi.toml; nama itu tercetak di setiap surat.";
    WILAYAH_KOSONG = "P-104" Peringatan "Tabel kecamatan tidak ada, jarak tidak dihitung"
        => "Isi daerah.kode_wilayah di mutasi.toml, misalnya 15.02, atau sediakan kecamatan.csv.";
    EFEKTIF_LEWAT = "P-105" Peringatan "Tanggal efektif di pengaturan mendahului data bulan ini"
        => "Kosongkan waktu.tanggal_efektif di mutasi.toml, atau tulis tanggal sesudah bulan itu.";
    PENGATURAN_TANPA_AKIBAT = "P-106" Peringatan "Pengaturan tidak berpengaruh, diabaikan"
        => "Hapus kunci itu dari mutasi.toml, atau pilih nilai lain.";
    PENGATURAN_BERTENTANGAN = "P-107" Galat "Dua angka pengaturan bertentangan, angka bawaannya yang berlaku"
        => "Perbaiki salah satu angkanya di mutasi.toml.";
    SKENARIO_TAK_DIPAKAI = "P-112" Galat "Berkas skenario tidak dapat dipakai, rencana disusun tanpa skenario itu"
        => "Perbaiki berkas skenario itu, lalu jalankan lagi.";

    // S: surat
    HURUF_TAK_ADA = "S-101" Galat "Surat tidak dibuat: huruf tidak ada di huruf cetak surat"
        => "Ganti huruf itu dengan huruf Latin di tempat yang disebut, lalu jalankan lagi.";
    TEMPLAT_SALAH = "S-102" Galat "Surat tidak dibuat: templat keliru"
        => "Perbaiki baris templat yang disebut.";
    BUKAN_PNS = "S-103" Peringatan "Perpindahan tidak dimuat di draf SK"
        => "Perpindahan pegawai selain PNS ditetapkan dengan naskah tersendiri.";
    PANGKAT_KOSONG = "S-104" Peringatan "Pangkat dan golongan kosong pada draf SK"
        => "Isi golongan pegawai ini di data pegawai, lalu jalankan lagi.";
    TEMPLAT_DIPERBARUI = "S-111" Info "Templat bawaan sudah diperbarui, salinan di folder tetap dipakai"
        => "Untuk memakai yang baru, ganti nama salinan itu lalu jalankan lagi; yang baru juga ada di folder kerja baru (mutasi mulai), untuk dibandingkan.";
    TEMPLAT_PENGODEAN = "S-112" Info "Templat tidak tersimpan sebagai UTF-8, dibaca sebagai Windows-1252"
        => "Periksa huruf khusus pada suratnya; di Notepad pilih Simpan Sebagai, lalu pengodean UTF-8.";
    NOMOR_TERTUNDA = "S-113" Info "Nomor Keputusan belum dicetak, karena perpindahannya belum disetujui pimpinan"
        => "Isi lembar Keputusan di berkas hasil, taruh di folder masuk, lalu jalankan lagi.";
    NOMOR_TERPAKAI = "S-114" Peringatan "Nomor Keputusan sudah dipakai"
        => "Untuk Keputusan berikutnya isi sk.nomor dan sk.tanggal yang baru.";
    KEPUTUSAN_TAK_BERUBAH = "S-115" Peringatan "Keputusan bernomor yang sudah ditulis tidak diubah"
        => "Ubah dengan Keputusan baru. Jika yang lama belum ditandatangani, hapus berkasnya selagi nomornya ada di sk.nomor, lalu jalankan lagi; jika dicabut, tulis nomornya di sk.dicabut.";
    KEPUTUSAN_DRAF = "S-116" Peringatan "Keputusan tetap DRAF: nomor, tanggal, atau pengaturannya belum dapat dipakai"
        => "Perbaiki nilai itu di mutasi.toml, bagian [sk], lalu jalankan lagi.";
    NIP_PENANDATANGAN = "S-117" Peringatan "NIP penandatangan surat bukan 18 angka"
        => "Tulis NIP 18 angka di mutasi.toml, boleh dengan spasi; kosongkan jika belum diketahui.";
    NOMOR_PERORANGAN_KOSONG = "S-118" Peringatan "Keputusan untuk satu orang tetap DRAF, karena nomornya belum diberikan"
        => "Isi sk.nomor_perorangan di mutasi.toml, satu baris tiap orang: NIP = nomor.";
    SURAT_DIPERTAHANKAN = "S-119" Peringatan "Surat yang sudah ada dipertahankan, karena yang baru tidak dapat dibuat"
        => "Perbaiki penyebabnya menurut temuan lain, lalu jalankan lagi.";
    TEMPLAT_NAMA = "S-120" Peringatan "Berkas di folder templates tidak dipakai, karena namanya"
        => "Ganti namanya agar berakhir .hbs; di Notepad pilih Simpan Sebagai, jenis Semua Berkas.";
    DISETUJUI_SEBAGIAN = "S-121" Peringatan "Perpindahan disetujui, sedangkan perpindahan pasangannya belum"
        => "Setujui atau tunda semuanya bersama-sama di lembar Keputusan, sebelum Keputusannya ditandatangani.";
    TEMPLAT_MERAGUKAN = "S-130" Peringatan "Baris templat mungkin keliru, surat tetap dibuat"
        => "Periksa baris templat yang disebut.";
    SATU_KEPUTUSAN = "S-131" Info "SK kolektif dan sk-perorangan diminta bersama; setiap orang dimuat satu Keputusan saja"
        => "Yang akan mendapat Keputusan sendiri ditambahkan dengan nomornya di sk.nomor_perorangan; atau pilih satu jenis saja di surat.jenis.";
    CATATAN_TAK_TERBACA = "S-132" Galat "Catatan run terdahulu tidak terbaca, tidak ada Keputusan yang diberi nomor"
        => "Kembalikan catatan.json dari cadangan; tanpa cadangan, tulis siapa yang sudah dimuat Keputusan di sk.sudah_bernomor.";
    DATA_SESUDAH_KEPUTUSAN = "S-133" Peringatan "Data pegawai berubah sesudah Keputusannya bernomor; Keputusan memuat data semula"
        => "Perbaiki dengan Keputusan perbaikan. Jika belum ditandatangani, hapus berkas Keputusannya selagi nomornya ada di sk.nomor, lalu jalankan lagi.";
    PERSETUJUAN_MENYUSUL = "S-134" Peringatan "Persetujuan bertanggal sesudah Keputusan, orangnya menunggu Keputusan berikutnya"
        => "Jika tanggal di lembar Keputusan keliru, perbaiki tanggal itu. Jika benar, sesudah Keputusan ini beri mereka sk.nomor dan sk.tanggal yang baru.";
    KEPUTUSAN_SIAP = "S-135" Peringatan "Keputusan yang siap ditandatangani, atau berkasnya diubah, tidak ditulis ulang"
        => "Keputusan bernomor tanpa tulisan KONSEP dianggap siap ditandatangani. Jika harus ditulis ulang, hapus berkasnya selagi nomornya ada di sk.nomor, lalu jalankan lagi.";
    LAMBANG_TAK_ADA = "S-136" Galat "Surat tidak dibuat: berkas lambang tidak ada atau tidak terbaca"
        => "Taruh berkas PNG lambang itu di folder templates, atau perbaiki namanya di mutasi.toml, lalu jalankan lagi.";
    JUDUL_BERBEDA = "S-137" Peringatan "Menimbang menyebut judul Keputusan yang lain dari sk.tentang"
        => "Di mutasi.toml tulis {tentang} sebagai ganti judul itu, atau samakan dengan sk.tentang, lalu jalankan lagi.";
    LAMBANG_CONTOH = "S-138" Peringatan "Keputusan bernomor tidak memuat lambang yang sebenarnya"
        => "Taruh lambang yang sebenarnya sebagai PNG di folder templates dan tulis namanya pada sk.lambang di mutasi.toml, lalu jalankan lagi sebelum Keputusannya ditandatangani.";
    BERKAS_KEPUTUSAN_HILANG = "S-141" Peringatan "Berkas Keputusan bernomor tidak ada di tempatnya, orangnya tetap dimuat Keputusan itu"
        => "Taruh kembali berkas yang sudah ditandatangani; isi lagi nomor dan tanggalnya agar ditulis ulang; atau, jika dicabut, tulis nomornya di sk.dicabut.";
    PENANDATANGAN_SEMULA = "S-142" Info "Keputusan yang sudah bernomor tetap memuat penandatangan dan judul semula"
        => "Tidak perlu tindakan jika yang baru untuk Keputusan berikutnya.";
    KEPUTUSAN_DICABUT = "S-143" Info "Keputusan dicabut menurut pengaturan"
        => "Tidak perlu tindakan. Jika keliru, hapus nomornya dari sk.dicabut sebelum orangnya dimuat Keputusan lain.";
    SUDAH_BERNOMOR = "S-144" Info "Orang yang sudah dimuat Keputusan menurut pengaturan tidak diberi nomor lain"
        => "Tidak perlu tindakan. Hapus barisnya dari sk.sudah_bernomor jika keliru, atau jika catatan.json sudah kembali.";
}

/// The entry with this code.
pub fn by_code(code: &str) -> Option<&'static Kode> {
    ALL.iter().copied().find(|kode| kode.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_unique_and_texts_are_sentences() {
        let codes: BTreeSet<_> = ALL.iter().map(|kode| kode.code).collect();
        assert_eq!(codes.len(), ALL.len());
        for kode in ALL {
            assert!(kode.remedy.ends_with('.'), "{}: remedy must be a sentence", kode.code);
            assert!(!kode.title.ends_with('.'), "{}: title stands in tables, without full stop", kode.code);
        }
    }
}
