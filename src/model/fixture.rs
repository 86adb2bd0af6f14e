//! A small region for unit tests: two schools and two puskesmas in Kab. Merangin, four people to move.

use std::sync::Arc;

use jiff::civil::{Date, date};

use crate::finding::Place;
use crate::law::Law;
use crate::model::cells::Kind;
use crate::model::golongan::Golongan;
use crate::model::jabatan::{Jabatan, JenisJabatan, Jenjang};
use crate::model::kinerja::{Predikat, Skp};
use crate::model::nama::Nama;
use crate::model::needs::{Kebutuhan, Needs, Post, PostId, SumberKebutuhan, SumberRiil};
use crate::model::nip::Nip;
use crate::model::pegawai::{Pegawai, PegawaiId};
use crate::model::pendidikan::{Pendidikan, TingkatPendidikan};
use crate::model::pindah::{Arah, BentukPindah, JenisPindah};

use crate::model::plan::{
    AsalJarak, AuditCheck, Certificate, Jarak, MeritPart, Move, ObjectiveInfo, PersonOutcome, Plan, PostOutcome,
    RuleNote, RuleTally, SebabKosong, TindakLanjut, Unfilled, Urutan,
};
use crate::model::roster::{Roster, RowCount, Rows};
use crate::model::status::{JenisKelamin, KedudukanHukum, StatusAsn};
use crate::model::susunan::{Calon, CalonJabatan, Hampir, Kelompok, Langkah, SatuLagi, Susunan};
use crate::model::tanggal::{Periode, Sejak};
use crate::model::telaah::Nilai;
use crate::model::total::Totals;
use crate::model::unit::{BentukPendidikan, JenisUnit, Sekolah, Unit, UnitId};
use crate::settings::Settings;

/// The day from which the fixture's moves take effect.
pub const EFEKTIF: Date = date(2026, 12, 1);

/// A region with its needs and a plan made by hand.
pub struct Region {
    pub settings: Settings,
    pub law: Law,
    pub roster: Roster,
    pub needs: Needs,
    pub plan: Plan,
}

/// Schools and puskesmas of Bangko (too many people) and Jangkat (too few): 8 and 3 guru kelas for 6 each,
/// 7 and 2 perawat for 5 each. Two guru and two perawat move; Jangkat stays short of 1 guru and 1 perawat.
pub fn region() -> Region {
    let mut settings = Settings::default();
    settings.daerah.nama = "Merangin".into();
    settings.daerah.provinsi = "Jambi".into();
    settings.daerah.kode_wilayah = "15.02".into();
    settings.daerah.ibu_kota = "Bangko".into();
    settings.sk.pejabat = "BUPATI MERANGIN".into();
    let law = Law::at(EFEKTIF, &settings.aturan);
    let roster = roster();
    let needs = needs(&roster);
    let plan = plan(&roster, &needs);
    Region { settings, law, roster, needs, plan }
}

/// A guru kelas or perawat with everything known, ten years in post.
pub fn pegawai(number: u32, unit: UnitId, jabatan: Jabatan) -> Pegawai {
    let names = ["SITI AMINAH", "BUDI SANTOSO", "RINA MARLINA", "AHMAD FAUZI", "DEWI LESTARI", "JOKO SUSILO"];
    let core = names[number as usize % names.len()];
    let male = matches!(core, "BUDI SANTOSO" | "AHMAD FAUZI" | "JOKO SUSILO");
    let digits =
        format!("1980{:02}{:02}200801{}{:03}", number % 12 + 1, number % 28 + 1, if male { 1 } else { 2 }, number + 1);
    let nip = Nip::parse(&digits, EFEKTIF).expect("the fixture's numbers are valid");
    let guru = &*jabatan.nama == "Guru Kelas";
    let title = if guru { "S.Pd." } else { "S.Kep." };
    let pendidikan = Pendidikan {
        tingkat: TingkatPendidikan::S1,
        jurusan: Some(if guru { "Pendidikan Guru Sekolah Dasar" } else { "Keperawatan" }.into()),
    };
    Pegawai {
        nip,
        nama: Nama::new(&format!("{core}, {title}"), core).expect("the fixture's names are not empty"),
        jenis_kelamin: if male { JenisKelamin::LakiLaki } else { JenisKelamin::Perempuan },
        tempat_lahir: Some("Bangko".into()),
        tgl_lahir: nip.tgl_lahir(),
        status: StatusAsn::Pns,
        kedudukan: KedudukanHukum::Aktif,
        golongan: Golongan::pns(3, (number % 4 + 1) as u8),
        tmt_gol: Some(date(2022, 4, 1)),
        tmt_cpns: nip.tmt_cpns(),
        jabatan: jabatan.into(),
        jenis_tertulis: false,
        tmt_jabatan: Some(date(2016, 12, 1)),
        tmt_unit: Some(date(2016, 12, 1)),
        unit,
        pendidikan: Some(pendidikan.into()),
        profesi: Default::default(),
        skp: vec![Skp { tahun: 2025, predikat: Predikat::Baik }].into(),
        domisili: None,
        perlindungan: false,
        instansi: None,
        jarang: Default::default(),
        place: Place::sheet("masuk/2026-11/pegawai.xlsx", "Data").at(number + 1, 1),
    }
}

pub fn guru_kelas() -> Jabatan {
    Jabatan { nama: "Guru Kelas".into(), jenjang: Some(Jenjang::AhliPertama), jenis: JenisJabatan::Fungsional }
}

pub fn perawat() -> Jabatan {
    Jabatan { nama: "Perawat".into(), jenjang: Some(Jenjang::AhliPertama), jenis: JenisJabatan::Fungsional }
}

fn roster() -> Roster {
    let wilayah = crate::law::wilayah("15.02");
    let unit = |kode: &str, nama: &str, kecamatan: &str, row: u32| {
        let school = nama.starts_with("SD");
        let sekolah = school.then(|| Sekolah {
            npsn: Some(kode.into()),
            bentuk: BentukPendidikan::Sd,
            layanan: None,
            negeri: true,
            rombel: Some(6),
            rombel_tingkat: Vec::new(),
            inklusi: None,
            daerah_khusus: None,
            pd: Some(150),
            guru: None,
            rombel_place: Some(Place::sheet("masuk/2026-11/sekolah.xlsx", "Sheet1").at(row, 8)),
        });
        Unit {
            kode: Some(kode.into()),
            nama: nama.into(),
            jenis: if school { JenisUnit::Sekolah(BentukPendidikan::Sd) } else { JenisUnit::Puskesmas },
            sekolah,
            induk: Some(Arc::from(if school { "Dinas Pendidikan dan Kebudayaan" } else { "Dinas Kesehatan" })),
            kecamatan: wilayah.by_name(kecamatan),
            puskesmas: None,
            koordinat: None,
            survei: Vec::new(),
            place: Place::sheet("masuk/2026-11/sekolah.xlsx", "Sheet1").at(row, 1),
        }
    };
    let units = vec![
        unit("10501001", "SD Negeri 1 Bangko", "Bangko", 1),
        unit("10501002", "SD Negeri 2 Jangkat", "Jangkat", 2),
        unit("P1502001", "Puskesmas Bangko", "Bangko", 3),
        unit("P1502002", "Puskesmas Jangkat", "Jangkat", 4),
    ];
    let mut pegawai_list = Vec::new();
    for (unit, count, jabatan) in [(0, 8, guru_kelas()), (1, 3, guru_kelas()), (2, 7, perawat()), (3, 2, perawat())] {
        for _ in 0..count {
            pegawai_list.push(pegawai(pegawai_list.len() as u32, UnitId(unit), jabatan.clone()));
        }
    }
    pegawai_list.sort_by_key(|p| p.nip);
    let mut rows = Rows::default();
    *rows.of_mut(Kind::Pegawai) = RowCount { read: pegawai_list.len(), used: pegawai_list.len() };
    *rows.of_mut(Kind::Sekolah) = RowCount { read: 4, used: 4 };
    Roster {
        periode: Periode::new(2026, 11).expect("November 2026 is a month"),
        tanggal_efektif: EFEKTIF,
        wilayah,
        units: units.into_iter().collect(),
        formasi: Vec::new(),
        beban: Vec::new(),
        pegawai: pegawai_list,
        tak_terbaca: Vec::new(),
        tak_pasti: Vec::new(),
        jabatan_mungkin: std::collections::BTreeMap::new(),
        jabatan_ditanya: std::collections::BTreeMap::new(),
        kebutuhan_ragu: std::collections::BTreeMap::new(),
        jejak: Vec::new(),
        tabel: Vec::new(),
        digabung: 0,
        non_asn: 0,
        rows,
        pertanyaan: Vec::new(),
        keputusan: Default::default(),
    }
}

fn needs(roster: &Roster) -> Needs {
    let post = |unit: u32, jabatan: &str, need: u32, riil: u32| Post {
        unit: UnitId(unit),
        jabatan: jabatan.into(),
        jenjang: None,
        kebutuhan: Some(Box::new(Kebutuhan {
            lo: need,
            hi: need,
            sumber: if jabatan == "Perawat" { SumberKebutuhan::Resmi } else { SumberKebutuhan::Perkiraan },
            lain: Vec::new(),
            uraian: format!("{need} × 1"),
            place: roster.units[unit as usize].sekolah.as_ref().and_then(|s| s.rombel_place.clone()),
        })),
        riil,
        tak_terbaca: 0,
        sumber_riil: SumberRiil::Pegawai,
    };
    Needs {
        posts: vec![
            post(0, "Guru Kelas", 6, 8),
            post(1, "Guru Kelas", 6, 3),
            post(2, "Perawat", 5, 7),
            post(3, "Perawat", 5, 2),
        ],
        post_of: roster.pegawai.iter().map(|p| Some(PostId(p.unit.0))).collect(),
        fills: vec![true; roster.pegawai.len()],
        ..Needs::default()
    }
}

fn plan(roster: &Roster, needs: &Needs) -> Plan {
    let of_post = |post: u32| roster.pegawai_ids().filter(move |id| needs.post_of[id.0 as usize] == Some(PostId(post)));
    let mut moves: Vec<Move> = Vec::new();
    for (from, to) in [(0, 1), (2, 3)] {
        let runner_up = of_post(from).nth(2);
        for pegawai in of_post(from).take(2) {
            moves.push(hand_made_move(pegawai, PostId(from), PostId(to), runner_up));
        }
    }
    moves.sort_by(|a, b| roster.duk_order(a.pegawai, b.pegawai));
    let post = |floor, ceiling, after| PostOutcome { tetap: 0, floor, ceiling, after };
    Plan {
        terbit: None,
        urutan: Urutan::default(),
        didahulukan: Vec::new(),
        totals: Totals::default(),
        pisah: Vec::new(),
        keputusan: Vec::new(),
        batasan: None,
        moves,
        posts: vec![post(6, 8, 6), post(3, 6, 5), post(5, 7, 5), post(2, 5, 4)],
        prices: vec![[0; 6]; 4],
        people: vec![PersonOutcome::default(); roster.pegawai.len()],
        unfilled: [1, 3].map(|post| unfilled(PostId(post))).to_vec(),
        calon: [(1, 0), (3, 2)].map(|(post, from)| calon(PostId(post), PostId(from), of_post(from).collect())).to_vec(),
        rules: vec![RuleTally {
            code: "A-101",
            title: "Masa jabatan minimal sebelum mutasi terpenuhi".into(),
            basis: "PP 11/2017 Pasal 190 ayat (3)".into(),
            tingkat: "blokir",
            saat: None,
            parameter: "masa_jabatan_min_bulan = 24".into(),
            sejak: Some(Sejak::Tahun(2017)),
            diubah: false,
            bawaan: None,
            daerah: false,
            people: 0,
            pairs: 0,
            warned_moves: 0,
            urged_moves: 0,
            tanpa_data: None,
        }],
        objectives: vec![ObjectiveInfo {
            code: "O-101",
            title: "Linearitas pendidikan dengan jabatan",
            basis: "pilihan produk; tabel linearitas",
            skala: "linear atau serumpun, jabatan baru dikurangi jabatan lama",
            perlu: "bidang pendidikan",
            bobot: "linear = 400".into(),
            maks: Some(400),
            diketahui: 20,
            dari: 20,
        }],
        status_quo: [0, -20, 0, 0, 0, 0],
        total: [0, -32, 4, 0, 4300, 123],
        kurang_before: 6,
        kurang_after: 2,
        kurang_reachable: 2,
        certificate: Certificate {
            checks: vec![AuditCheck {
                title: "Setiap aturan diperiksa ulang",
                passed: true,
                detail: "4 perpindahan".into(),
            }],
            primal: [0, -32, 4, 0, 4300, 123],
            dual: [0, -32, 4, 0, 4300, 123],
            pairs: 20,
        },
    }
}

fn hand_made_move(pegawai: PegawaiId, from: PostId, to: PostId, runner_up: Option<PegawaiId>) -> Move {
    Move {
        pegawai,
        from,
        to,
        jenis: JenisPindah { bentuk: BentukPindah::Horizontal, arah: Arah::Setara },
        jarak: Some(Jarak { asal: AsalJarak::UnitLama, lama_m: 0, baru_m: 77_600 }),
        merit: vec![MeritPart {
            code: "O-101",
            title: "Linearitas pendidikan dengan jabatan",
            points: 0,
            maks: Some(400),
            judged: true,
            sentence: "pendidikan linear di jabatan lama dan baru".into(),
        }],
        warnings: vec![RuleNote {
            code: "A-103",
            nilai: Nilai::TidakTerpenuhi,
            sentence: "lebih dari 5 tahun di unit yang sama".into(),
        }],
        lain: Some(Susunan {
            biaya: [0, 0, 0, 0, 120, 0],
            pengganti: runner_up,
            langkah: runner_up.into_iter().map(|pegawai| Langkah { pegawai, dari: from, ke: to }).collect(),
            berkurang: None,
        }),
        setara: Vec::new(),
        alasan:
            "Unit asal kelebihan 2 orang, unit tujuan kekurangan 3 orang; pendidikan sesuai dan masa jabatan 10 tahun."
                .into(),
        jika_ditolak: "Keterisian tetap; penggantinya kalah 120 poin kecocokan.".into(),
    }
}

/// Two who are chosen, one who could be, and one who fails a rule.
fn calon(post: PostId, dari: PostId, people: Vec<PegawaiId>) -> CalonJabatan {
    let langkah = vec![Langkah { pegawai: people[2], dari, ke: post }];
    let note = RuleNote {
        code: "A-101",
        nilai: Nilai::TidakTerpenuhi,
        sentence: "masa di unit 1 tahun, syarat paling singkat 2 tahun".into(),
    };
    CalonJabatan {
        post,
        kurang: 1,
        terpilih: people[..2].to_vec(),
        calon: vec![Calon {
            pegawai: people[2],
            susunan: Susunan { biaya: [0, 0, 0, 0, 120, 0], pengganti: None, langkah, berkurang: Some(dari) },
            kalimat: "tujuan 5, kecocokan: turun 120 poin".into(),
        }],
        tertahan: 0,
        hampir: vec![Hampir { pegawai: people[3], aturan: vec![note] }],
    }
}

fn unfilled(post: PostId) -> Unfilled {
    Unfilled {
        post,
        kurang: 1,
        sebab: SebabKosong::CalonTerpakai,
        calon: 6,
        alasan: "Semua kelebihan jabatan ini di daerah sudah terpakai; mengambil orang lagi akan membuat unit asalnya kurang.".into(),
        saran: "Usulkan 1 formasi CPNS/PPPK.".into(),
        tindak_lanjut: TindakLanjut { formasi: 1, ..TindakLanjut::default() },
        satu_lagi: Some(SatuLagi::Buntu(Kelompok {
            belum_diketahui: 0,
            jabatan: vec![post],
            pegawai: 5,
            tempat: 6,
            aturan: vec![("A-101", 6)],
            berlainan: 0,
        })),
        harga_lagi: "Jabatan ini hanya mempunyai 5 pegawai yang memenuhi syarat untuk 6 tempat.".into(),
    }
}
