//! Lays what a folder says over the defaults, key by key, and says what of it cannot be used.

use jiff::civil::Date;
use toml::{Table, Value};

use super::{JamPelajaran, LEMBAR_TERSEMBUNYI, bobot, daerah, paket, rencana, surat};
use crate::finding::{Finding, Place, catalogue};
use crate::model::angka::ribuan;
use crate::model::total::Lingkup;

/// Lays a folder's keys over the defaults, one by one, keeping the default where a value cannot be used.
pub(super) struct Lay<'a> {
    pub text: &'a str,
    pub place: &'a Place,
    pub findings: &'a mut Vec<Finding>,
    /// Keys whose values could not be used, or only in part: `sk.tanggal`.
    pub salah: Vec<String>,
}

impl Lay<'_> {
    pub fn table(&mut self, merged: &mut Table, user: &Table, path: &str) {
        for (key, value) in user {
            let full = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            let value = &as_written(&full, value);
            if full == daerah::KEY || paket::is_section(&full) {
                continue;
            }
            if rencana::is_total(&full) {
                self.total(merged, &full, key, value);
                continue;
            }
            match merged.get(key) {
                None if path == rencana::TOTAL => {
                    self.unknown(&full, key, Lingkup::ALL.into_iter().map(Lingkup::nama));
                }
                None => self.unknown(&full, key, merged.keys().map(String::as_str)),
                Some(Value::Table(_)) if value.is_table() => {
                    if let (Some(Value::Table(below)), Value::Table(user)) = (merged.get_mut(key), value) {
                        self.table(below, user, &full);
                    }
                }
                Some(default) if usable(&full, default, value) => {
                    merged.insert(key.clone(), value.clone());
                }
                Some(Value::Array(_)) if entry_of(&full).is_some() && value.is_array() => {
                    let held = self.entries(&full, key, value.as_array().map_or(&[][..], Vec::as_slice));
                    match lacks(&full, held.as_array().map_or(&[][..], Vec::as_slice)) {
                        None => drop(merged.insert(key.clone(), held)),
                        Some(lacks) => {
                            let holds = &merged[key];
                            let problem = format!("nilai {full} = {value} {lacks}; yang berlaku: {holds}");
                            self.report(&catalogue::PENGATURAN_SALAH, key, value.to_string(), problem);
                        }
                    }
                    self.salah.push(full);
                }
                Some(default) => {
                    let holds = if default.is_table() { String::new() } else { format!("; yang berlaku: {default}") };
                    let fault = rencana::fault(&full, value).map(|fault| format!(" ({fault})")).unwrap_or_default();
                    let problem = format!("nilai {full} = {value} harus {}{fault}{holds}", expected(&full, default));
                    self.report(&catalogue::PENGATURAN_SALAH, key, value.to_string(), problem);
                    self.salah.push(full);
                }
            }
        }
    }

    /// A bound on totals, for which there is no default.
    fn total(&mut self, merged: &mut Table, full: &str, key: &str, value: &Value) {
        if value.as_integer().is_some_and(|people| (0..=rencana::TOTAL_MOST).contains(&people)) {
            merged.insert(key.to_string(), value.clone());
            return;
        }
        let problem = format!(
            "nilai {full} = {value} harus bilangan bulat 0 sampai {}; yang berlaku: {}",
            ribuan(rencana::TOTAL_MOST),
            rencana::TANPA_BATAS
        );
        self.report(&catalogue::PENGATURAN_SALAH, key, value.to_string(), problem);
    }

    pub fn unknown<'k>(&mut self, full: &str, key: &str, known: impl Iterator<Item = &'k str>) {
        let problem = match nearest(key, known) {
            Some(candidate) => format!("kunci {full} tidak dikenal. Mungkin maksud Anda “{candidate}”?"),
            None => format!("kunci {full} tidak dikenal"),
        };
        let section = full[..full.len() - key.len()].trim_end_matches('.');
        match section.is_empty() {
            true => self.report(&catalogue::KUNCI_ASING, key, key.to_string(), problem),
            false => self.report_in(section, &catalogue::KUNCI_ASING, key, key.to_string(), problem),
        }
    }

    /// The same for a key that many sections have: the one under `[....section]`, or in its line.
    pub fn report_in(
        &mut self,
        section: &str,
        kode: &'static crate::finding::Kode,
        key: &str,
        value: String,
        problem: String,
    ) {
        let position = |name: &str| self.text.lines().position(|line| opens(line, name));
        let last = section.rsplit('.').next().unwrap_or(section);
        let Some(start) = position(section).or_else(|| position(last)) else {
            return self.report(kode, key, value, problem);
        };
        let below = self.text.lines().skip(start + 1).take_while(|line| !line.trim_start().starts_with('['));
        let inside = below.map(unquoted).position(|line| is_key(&line, key)).map(|at| start + 1 + at);
        // Also `[aturan.A-999]` or `daerah.nama = …`, which name section and key in one line.
        let named = || self.text.lines().position(|line| opens(line, &format!("{section}.{key}")));
        self.report_at(kode, Some(inside.or_else(named).unwrap_or(start)), value, problem);
    }

    /// The entries of a list that can be used; each other one is told at its own line.
    fn entries(&mut self, full: &str, key: &str, items: &[Value]) -> Value {
        let (reads, like) = entry_of(full).expect("asked for such lists only");
        let (held, faulty): (Vec<&Value>, Vec<&Value>) =
            items.iter().partition(|item| item.as_str().is_some_and(reads));
        for item in faulty {
            let typed = item.as_str().map_or_else(|| item.to_string(), str::to_string);
            let near = names_of(full).and_then(|names| nearest(&typed, names.iter().copied()));
            let near = near.map(|near| format!(" Mungkin maksud Anda “{near}”?")).unwrap_or_default();
            let problem = format!(
                "{full} memuat “{typed}”, seharusnya {like}; baris ini tidak dipakai, baris lain tetap berlaku.{near}"
            );
            let problem = if near.is_empty() { problem.trim_end_matches('.').to_string() } else { problem };
            // An entry may be written anywhere below its key.
            let from = self.line_of_key(key).unwrap_or(0);
            let quoted = format!("\"{typed}\"");
            let needle = if typed.trim().is_empty() { &quoted } else { &typed };
            let line = self.text.lines().skip(from).position(|line| line.contains(needle.as_str()));
            self.report_at(&catalogue::PENGATURAN_SALAH, line.map(|line| from + line), typed, problem);
        }
        Value::Array(held.into_iter().cloned().collect())
    }

    pub fn report(&mut self, kode: &'static crate::finding::Kode, key: &str, value: String, problem: String) {
        self.report_at(kode, self.line_of_key(key), value, problem);
    }

    fn line_of_key(&self, key: &str) -> Option<usize> {
        self.text.lines().position(|line| is_key(&unquoted(line), key))
    }

    fn report_at(&mut self, kode: &'static crate::finding::Kode, line: Option<usize>, value: String, problem: String) {
        let place = match line {
            Some(line) => self.place.at(line as u32, 0),
            None => self.place.clone(),
        };
        self.findings.push(Finding::new(kode, place, value, problem));
    }
}

/// The line without the quotes that a key may stand in, and nothing of a comment.
fn unquoted(line: &str) -> String {
    let line = line.trim_start();
    if line.starts_with('#') { String::new() } else { line.replace(['"', '\''], "") }
}

/// Whether a line without quotes gives this key a value, or opens a section of the name: the whole key, not only its
/// beginning.
fn is_key(line: &str, key: &str) -> bool {
    let name = line.trim_start_matches('[');
    let name = &name[..name.find([']', '=']).unwrap_or(name.len())];
    name.trim() == key || name.split('.').any(|part| part.trim() == key)
}

/// Whether a line opens a section, `[aturan.A-104]`, or holds what is in it: `A-104 = { … }`, `A-104.tingkat = …`.
fn opens(line: &str, section: &str) -> bool {
    let line = unquoted(line);
    let name = line.trim_start_matches('[');
    let name = &name[..name.find([']', '=']).unwrap_or(name.len())];
    format!(".{}.", name.trim()).contains(&format!(".{section}."))
}

/// Largest weight, limit, and parameter of a rule; beyond them sums would no longer fit.
const MOST: [(&str, i64); 10] = [
    ("bobot.", 100_000),
    ("batas.sel_per_lembar", 20_000_000_000),
    ("batas.", 1_000_000),
    ("kebutuhan.horizon_bulan", 120),
    ("kebutuhan.wajar_paling_banyak", rencana::MOST),
    ("kebutuhan.murid_rombel_wajar_perseratus", 100_000),
    ("rencana.", rencana::MOST),
    ("rotasi.", 600),
    ("surat.keberatan_hari", 365),
    // A year has no more minutes.
    ("kebutuhan.wke_menit_per_tahun", 527_040),
];
pub(super) const MOST_PARAMETER: i64 = 100_000;

/// What a region may be called.
const SEBUTAN: [&str; 3] = ["Kabupaten", "Kota", "Provinsi"];

/// What the head of a region may be; the first one holds the office in full.
pub(super) const STATUS_KEPALA_DAERAH: [&str; 5] = ["definitif", "Pj", "Pjs", "Plt", "Plh"];

/// Settings that hold a date, or nothing.
const DATES: [&str; 7] = [
    "waktu.tanggal_efektif",
    "kepala_daerah.pelantikan",
    "kepala_daerah.penetapan_paslon",
    "kepala_daerah.akhir_masa_jabatan",
    "sk.tanggal",
    "surat.nota_tanggal",
    "surat.rapat_tanggal",
];

/// The setting that holds the number of a letter, or nothing.
const PERSETUJUAN: &str = "kepala_daerah.persetujuan_mendagri";

fn is_date(full: &str) -> bool {
    DATES.contains(&full)
}

/// The words a setting may take, where it takes only some.
fn choices(full: &str) -> Option<&'static [&'static str]> {
    match full {
        "daerah.sebutan" => Some(&SEBUTAN),
        "kepala_daerah.status" => Some(&STATUS_KEPALA_DAERAH),
        "baca.lembar_tersembunyi" => Some(&LEMBAR_TERSEMBUNYI),
        "rencana.perbandingan" => Some(&rencana::PERBANDINGAN),
        "sk.gaya_nomor" => Some(&surat::GAYA_NOMOR),
        "sk.kertas" | "surat.kertas" => Some(&surat::KERTAS),
        "sk.lampiran_arah" => Some(&surat::ARAH),
        "sk.sebutan_diktum" => Some(&surat::SEBUTAN_DIKTUM),
        "surat.perorangan" => Some(&surat::PERORANGAN),
        _ => None,
    }
}

/// The names that the entries of a list may have, where they are names of the program's own.
fn names_of(full: &str) -> Option<&'static [&'static str]> {
    match full {
        "surat.jenis" => Some(&surat::JENIS),
        "sk.lampiran_kolom" => Some(&surat::KOLOM),
        _ => None,
    }
}

/// A value whose words are the program's own, in its spelling: people write them in small letters or capitals.
fn as_written(full: &str, value: &Value) -> Value {
    let own = |words: &[&'static str], text: &str| {
        words.iter().find(|word| word.eq_ignore_ascii_case(text.trim())).map(|word| Value::String((*word).into()))
    };
    let read = match value {
        Value::String(text) => choices(full).and_then(|words| own(words, text)),
        Value::Array(items) => names_of(full).map(|names| {
            let one = |item: &Value| item.as_str().and_then(|text| own(names, text)).unwrap_or_else(|| item.clone());
            Value::Array(items.iter().map(one).collect())
        }),
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) | Value::Table(_) => None,
    };
    read.unwrap_or_else(|| value.clone())
}

/// The known word most like this one, if any is near.
fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let near = known.map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate));
    near.filter(|(distance, candidate)| *distance * 3 <= candidate.len()).min().map(|(_, candidate)| candidate)
}

/// Smallest value; what is divided by may not be zero.
fn least(full: &str) -> i64 {
    i64::from(full == "kebutuhan.wke_menit_per_tahun")
}

fn most(full: &str) -> i64 {
    if full.starts_with("kompetensi.level") {
        return bobot::MOST_LEVEL;
    }
    MOST.iter().find(|(prefix, _)| full.starts_with(prefix)).map_or(i64::MAX, |(_, most)| *most)
}

/// Whether a value has the type of its default and reads as the setting's own type.
fn usable(full: &str, default: &Value, value: &Value) -> bool {
    match (default, value) {
        (Value::String(_), Value::String(text)) if is_date(full) => {
            text.trim().is_empty() || text.trim().parse::<Date>().is_ok()
        }
        // A word without a number is no letter of the Minister, so "belum ada" is no approval.
        (Value::String(_), Value::String(text)) if full == PERSETUJUAN => {
            text.trim().is_empty() || text.contains(|c: char| c.is_ascii_digit())
        }
        (Value::String(_), Value::String(text)) if choices(full).is_some() => {
            choices(full).unwrap_or_default().contains(&text.as_str())
        }
        (Value::Array(_), Value::Array(_)) if rencana::is_whole(full) => rencana::fault(full, value).is_none(),
        (Value::Array(_), Value::Array(items)) => {
            let reads = entry_of(full).map(|(reads, _)| reads);
            items.iter().all(|item| item.as_str().is_some_and(|entry| reads.is_none_or(|reads| reads(entry))))
                && lacks(full, items).is_none()
        }
        (Value::Integer(_), Value::Integer(number)) => (least(full)..=most(full)).contains(number),
        _ => default.same_type(value),
    }
}

/// What a list may not be without; nothing where it has it.
fn lacks(full: &str, items: &[Value]) -> Option<&'static str> {
    let has = |names: &[&str]| items.iter().any(|item| item.as_str().is_some_and(|name| names.contains(&name)));
    match full {
        "sk.lampiran_kolom" if !has(&surat::KOLOM_NAMA) => {
            Some("harus memuat nama atau nama_nip, karena lampiran Keputusan tidak boleh tanpa nama")
        }
        "sk.diktum" if items.is_empty() => Some("harus berisi paling sedikit satu diktum"),
        _ => None,
    }
}

/// Whether a text is an entry of a list.
type Reads = fn(&str) -> bool;

/// How an entry of a list reads, where it must read as something, and what it looks like.
fn entry_of(full: &str) -> Option<(Reads, &'static str)> {
    match full {
        "strategis.prioritas" => Some((
            |entry| bobot::weight_of(entry).is_some(),
            "teks seperti \"Dinas Kesehatan = 40\", dengan bobot 0 sampai 100",
        )),
        "kebutuhan.jam_pelajaran" => Some((
            |entry| JamPelajaran::parse(entry).is_some(),
            "teks seperti \"SMP: Guru Matematika = 5\" atau \"SMA: Guru Fisika = 0 5 5\"",
        )),
        "surat.jenis" => Some((
            |entry| surat::JENIS.contains(&entry),
            "nama surat: sk-kolektif, petikan, sk-perorangan, spmt, pemberitahuan, nota-dinas, berita-acara, \
             persetujuan-melepas, rencana-mutasi, atau daftar-periksa",
        )),
        "sk.lampiran_kolom" => Some((
            |entry| surat::KOLOM.contains(&entry),
            "nama kolom: nama_nip, nama, nip, pangkat, ttl, pendidikan, lama, baru, jabatan_lama, unit_lama, \
             jabatan_baru, unit_baru, eselon, tunjangan, atau ket",
        )),
        "sk.nomor_perorangan" => Some((
            |entry| surat::own_number(entry).is_some(),
            "teks seperti \"198605122015011001 = 800.1.3.3/31/BKPSDM/2026\", dengan NIP 18 angka",
        )),
        "sk.sudah_bernomor" => Some((
            |entry| surat::own_number(entry).is_some(),
            "teks seperti \"198605122015011001 = 800.1.3.3/217/BKPSDM/2026\", dengan NIP 18 angka",
        )),
        "sk.dicabut" => Some((|entry| !entry.trim().is_empty(), "nomor Keputusan")),
        _ if surat::KALIMAT.contains(&full) => Some((|entry| !entry.trim().is_empty(), "kalimat yang tidak kosong")),
        "surat.tpk" => {
            Some((|entry| surat::member(entry).is_some(), "teks seperti \"Nama; Jabatan; Ketua\", isinya boleh kosong"))
        }
        "surat.jadwal" => Some((
            |entry| surat::step(entry).is_some(),
            "teks seperti \"Rapat Tim Penilai Kinerja = 10 November 2026\"",
        )),
        _ => None,
    }
}

/// What a setting takes, in words.
fn expected(full: &str, default: &Value) -> String {
    match default {
        Value::String(_) if is_date(full) => "tanggal TAHUN-BULAN-HARI, misalnya \"2026-11-20\"".into(),
        Value::String(_) if choices(full).is_some() => {
            format!("salah satu dari {}", choices(full).unwrap_or_default().join(", "))
        }
        Value::String(_) if full == PERSETUJUAN => {
            "nomor dan tanggal surat persetujuannya, atau dikosongkan (\"\") selama belum ada".into()
        }
        Value::String(_) => "teks di antara tanda kutip".into(),
        Value::Integer(_) => format!("bilangan bulat {} sampai {}", least(full), ribuan(most(full))),
        Value::Boolean(_) => "true atau false".into(),
        Value::Array(_) if entry_of(full).is_some() => {
            format!("daftar {} di antara kurung siku", entry_of(full).unwrap_or((|_| true, "teks")).1)
        }
        Value::Array(_) if rencana::is_whole(full) => rencana::expected(full),
        Value::Array(_) => "daftar teks di antara kurung siku".into(),
        Value::Table(_) => format!("bagian tersendiri, [{full}]"),
        Value::Float(_) | Value::Datetime(_) => "nilai seperti bawaannya".into(),
    }
}

pub(super) fn line_of(text: &str, offset: usize) -> u32 {
    text.as_bytes()[..offset.min(text.len())].iter().filter(|&&b| b == b'\n').count() as u32
}
