//! What is known of a post beside need and presence: kind of jabatan, eselon, kelas, qualification.

use std::collections::BTreeMap;

use crate::law::linearitas::{Baris, is_tenaga_kesehatan};
use crate::model::eselon::Eselon;
use crate::model::formasi::Formasi;
use crate::model::jabatan::{Jabatan, JenisJabatan, Jenjang, Petunjuk, Tugas, name_key};
use crate::model::needs::{Needs, Post};
use crate::model::pegawai::Pegawai;
use crate::model::roster::Roster;
use crate::model::unit::{JenisUnit, UnitId};

/// The facts of one post that rules about rank and qualification compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PostFacts<'a> {
    /// Number of the jabatan's name: two spellings of one name have one number.
    pub nama: u32,
    /// Kind of the jabatan; `None` where no column and no name tells it.
    pub jenis: Option<JenisJabatan>,
    pub jenis_unit: JenisUnit,
    /// Eselon that every holder whose eselon is written has.
    pub eselon: Option<Eselon>,
    /// Kelas as the kebutuhan workbooks print it, where their rows agree.
    pub kelas_tertulis: Option<u8>,
    /// The kelas a holder has by the post. A jabatan fungsional has it by jenjang, so a post without jenjang tells none.
    pub kelas: Option<u8>,
    /// Required education as printed.
    pub kualifikasi: Option<&'a str>,
    /// Line of the table of linearity.
    pub baris: Option<u32>,
    /// Whether the profession's qualification is regulated (domain R22).
    pub diatur: bool,
    pub guru: bool,
    pub tenaga_kesehatan: bool,
    pub kepala_sekolah: bool,
}

/// The posts, and the keys of their names by number; `elsewhere` tells the kinds of names where nothing about the post
/// does.
pub(super) fn posts<'a>(
    roster: &'a Roster,
    needs: &Needs,
    lines: &[Baris],
    elsewhere: &Kinds,
) -> (Vec<PostFacts<'a>>, Vec<String>) {
    let mut formasi: BTreeMap<(UnitId, String, Option<Jenjang>), Vec<&Formasi>> = BTreeMap::new();
    for row in &roster.formasi {
        formasi.entry((row.unit, name_key(&row.jabatan.nama), row.jabatan.jenjang)).or_default().push(row);
    }
    let mut holders: Vec<Vec<&Pegawai>> = vec![Vec::new(); needs.posts.len()];
    for (pegawai, post) in roster.pegawai.iter().zip(&needs.post_of) {
        post.iter().for_each(|post| holders[post.0 as usize].push(pegawai));
    }
    let mut names: BTreeMap<String, u32> = BTreeMap::new();
    let of_post = |(post, holders): (&Post, &Vec<&Pegawai>)| {
        let jenis_unit = roster.unit(post.unit).jenis;
        let key = name_key(&post.jabatan);
        let rows = formasi.get(&(post.unit, key.clone(), post.jenjang)).map_or(&[][..], Vec::as_slice);
        let own_line = lines.iter().any(|line| line.covers_key(&key, jenis_unit) && line.diatur());
        let profession = own_line || is_tenaga_kesehatan(&key);
        let jenis = match jenis(post, rows, holders).or_else(|| profession.then_some(JenisJabatan::Fungsional)) {
            None => elsewhere.get(&key).copied().flatten(),
            told => told,
        };
        let baris = lines.iter().position(|line| line.covers_key(&key, jenis_unit));
        let guru = key == "GURU" || key.starts_with("GURU ");
        let kelas_tertulis = agreed(rows.iter().filter_map(|row| row.kelas_jabatan));
        let by_jenjang = jenis == Some(JenisJabatan::Fungsional) && post.jenjang.is_none();
        let next = names.len() as u32;
        let tenaga_kesehatan = is_tenaga_kesehatan(&key);
        PostFacts {
            tenaga_kesehatan,
            kepala_sekolah: Tugas::parse(&post.jabatan).is_kepala_sekolah(),
            nama: *names.entry(key).or_insert(next),
            jenis,
            jenis_unit,
            eselon: agreed(holders.iter().filter_map(|pegawai| pegawai.profesi.eselon)),
            kelas_tertulis,
            kelas: kelas_tertulis.filter(|_| !by_jenjang),
            kualifikasi: rows.iter().find_map(|row| row.kualifikasi.as_deref()),
            baris: baris.map(|line| line as u32),
            diatur: guru || tenaga_kesehatan || baris.is_some_and(|line| lines[line].diatur()),
            guru,
        }
    };
    let posts = needs.posts.iter().zip(&holders).map(of_post).collect();
    let mut keys = vec![String::new(); names.len()];
    names.into_iter().for_each(|(key, at)| keys[at as usize] = key);
    (posts, keys)
}

/// As the kebutuhan workbook says, else as its holders are, else as its name tells. That nobody says a name is more than
/// pelaksana does not make it one.
fn jenis(post: &Post, rows: &[&Formasi], holders: &[&Pegawai]) -> Option<JenisJabatan> {
    let of_rows = rows.iter().find_map(|row| told(&row.jabatan, row.jenis_tertulis));
    let of_holders = || holders.iter().find_map(|pegawai| told(&pegawai.jabatan, pegawai.jenis_tertulis));
    let of_jenjang = || post.jenjang.map(|_| JenisJabatan::Fungsional);
    let of_name = || Jabatan::parse(&post.jabatan, Petunjuk::default()).and_then(|jabatan| told(&jabatan, false));
    of_rows.or_else(of_holders).or_else(of_jenjang).or_else(of_name)
}

/// The kind of a jabatan, where a column tells it or the name does: a name that tells nothing is read as pelaksana.
fn told(jabatan: &Jabatan, tertulis: bool) -> Option<JenisJabatan> {
    Some(jabatan.jenis).filter(|jenis| tertulis || *jenis != JenisJabatan::Pelaksana)
}

/// The kind of each name, where all that is told of it is the same.
pub(super) type Kinds = BTreeMap<String, Option<JenisJabatan>>;

/// The kind that the whole folder tells of a name.
pub(super) fn kinds(roster: &Roster) -> Kinds {
    let of_rows = roster.formasi.iter().map(|row| (&row.jabatan, row.jenis_tertulis));
    let of_people = roster.pegawai.iter().map(|pegawai| (&*pegawai.jabatan, pegawai.jenis_tertulis));
    let mut kinds = Kinds::new();
    for (jabatan, tertulis) in of_rows.chain(of_people) {
        let Some(jenis) = told(jabatan, tertulis) else { continue };
        let known = kinds.entry(name_key(&jabatan.nama)).or_insert(Some(jenis));
        *known = known.filter(|known| *known == jenis);
    }
    kinds
}

/// The value, where all that is said is the same.
fn agreed<T: PartialEq + Copy>(mut said: impl Iterator<Item = T>) -> Option<T> {
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}
