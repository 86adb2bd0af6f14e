//! Help and complaints about arguments, in Indonesian: clap's own words are English.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, ArgAction, Command};

use super::report::block;
use crate::pipeline::Exit;

const TEMPLATE: &str = "{about-with-newline}\nPemakaian: {usage}\n\n{all-args}{after-help}";

/// Gives a command and its subcommands Indonesian headings, and flags that say in Indonesian what they do.
pub fn indonesian(command: Command) -> Command {
    let subcommands: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_string()).collect();
    let has_version = command.get_version().is_some();
    let headed = command
        .help_template(TEMPLATE)
        .subcommand_help_heading("Perintah")
        .subcommand_value_name("PERINTAH")
        .mut_args(|arg| {
            let heading = if arg.is_positional() { "Isian" } else { "Pilihan" };
            with_default(arg).help_heading(heading)
        })
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(flag("bantuan", 'h', "help", "Mencetak bantuan ini", ArgAction::Help));
    let headed = match has_version {
        true => headed.arg(flag("versi", 'V', "version", "Mencetak versi program", ArgAction::Version)),
        false => headed,
    };
    let all = subcommands.iter().fold(headed, |command, name| command.mut_subcommand(name, indonesian));
    if subcommands.is_empty() { with_usage(all) } else { all }
}

/// The usage line of a subcommand; clap's own calls the options `[OPTIONS]`.
fn with_usage(command: Command) -> Command {
    let isian: Vec<String> = command.get_positionals().map(ToString::to_string).collect();
    let usage = format!("mutasi {} [PILIHAN] {}", command.get_name(), isian.join(" "));
    command.override_usage(usage.trim_end().to_string())
}

/// Says the default in Indonesian.
fn with_default(arg: Arg) -> Arg {
    let shown = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
    let [value] = arg.get_default_values() else { return arg };
    let help = format!("{} (bawaan {})", arg.get_help().cloned().unwrap_or_default(), value.to_string_lossy());
    if shown { arg.help(help).hide_default_value(true) } else { arg }
}

fn flag(id: &'static str, short: char, alias: &'static str, help: &'static str, action: ArgAction) -> Arg {
    Arg::new(id).short(short).long(id).visible_alias(alias).help(help).help_heading("Pilihan").action(action)
}

/// Prints what clap answered in place of arguments: the help that was asked for, or what is wrong.
pub fn tell(answer: &Error) -> ExitCode {
    let help = matches!(
        answer.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    if help {
        // A closed pipe is no reason to fail.
        let _ = answer.print();
    } else {
        anstream::eprintln!("{}", wrong(answer));
    }
    let exit = if answer.use_stderr() { Exit::CannotRun } else { Exit::AllUsed };
    ExitCode::from(exit as u8)
}

/// What is wrong with the arguments, what to write instead, and where help is.
fn wrong(error: &Error) -> String {
    let told = |kind| error.get(kind).map(words).unwrap_or_default();
    let (argument, value) = (told(ContextKind::InvalidArg), told(ContextKind::InvalidValue));
    let problem = match error.kind() {
        ErrorKind::InvalidSubcommand => format!("perintah “{}” tidak dikenal", told(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => "perintahnya belum disebut".to_string(),
        ErrorKind::UnknownArgument => format!("“{argument}” tidak dikenal di sini"),
        ErrorKind::MissingRequiredArgument => format!("{argument} belum disebut"),
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} belum diisi"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("“{value}” tidak dapat dipakai untuk {argument}{}", reason(error))
        }
        ErrorKind::ArgumentConflict => {
            let other = told(ContextKind::PriorArg);
            if other == argument || other.is_empty() {
                format!("{argument} disebut dua kali")
            } else {
                format!("{argument} tidak dapat dipakai bersama {other}")
            }
        }
        _ => "perintah ini tidak dapat dibaca".to_string(),
    };
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .map(told)
        .find(|words| !words.is_empty());
    let near = near.map(|words| format!("Mungkin maksud Anda: {words}\n")).unwrap_or_default();
    let mut out = String::new();
    block(&mut out, "", 0, &format!("mutasi berhenti: {problem}"));
    format!("{out}{near}Ketik mutasi --bantuan untuk melihat cara pakainya.")
}

/// Why a value was refused: our own parsers answer in Indonesian, those of numbers do not.
fn reason(error: &Error) -> String {
    use std::error::Error as _;
    match error.source() {
        Some(source) if source.is::<std::num::ParseIntError>() => "; tulis bilangan bulat, misalnya 400".to_string(),
        Some(source) => {
            let text = source.to_string();
            let number = text.contains("is not in") || text.contains("invalid digit");
            if number { "; tulis bilangan bulat, misalnya 400".to_string() } else { format!("; {text}") }
        }
        None => String::new(),
    }
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        ContextValue::Number(number) => number.to_string(),
        ContextValue::Bool(_) | ContextValue::None => String::new(),
        _ => String::new(),
    }
}
