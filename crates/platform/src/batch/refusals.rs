//! Why an import does not go on.

crate::refusals! {
    /// Why an import does not go on.
    pub enum BatchRefusal {
        /// No column says what the rows are about.
        NotMapped {
            /// The key of the column that is missing.
            column: String,
        } = "batch-not-mapped",
        /// Two columns are said to say the same.
        Twice {
            /// What both say.
            column: String,
        } = "batch-twice",
        /// Rows are refused: an import comes in whole or not at all.
        Refused {
            /// How many.
            n: i64,
        } = "batch-refused",
        /// Rows wait for a decision.
        Asked {
            /// How many.
            n: i64,
        } = "batch-asked",
        /// It changes more records than one import may.
        TooManyChanges {
            /// How many it would change.
            n: i64,
            /// How many it may.
            max: i64,
        } = "batch-too-many-changes",
        /// It would neither add nor change anything.
        NothingNew = "batch-nothing-new",
        /// What is asked for does not fit how far it is.
        NotNow = "batch-not-now",
        /// What stood in the sheet is forgotten: it is too late to undo it.
        TooLate = "batch-too-late",
        /// Other things stand on what it added.
        LeanedOn {
            /// How many.
            n: i64,
            /// What, in words, as far as it is not too much.
            what: String,
        } = "batch-leaned-on",
        /// The name is that of no sheet that has rows.
        NoSuchSheet {
            /// The sheets there are.
            sheets: String,
        } = "batch-no-such-sheet",
        /// Which sheet of a workbook is meant must be said.
        SeveralSheets {
            /// The sheets there are.
            sheets: String,
        } = "batch-several-sheets",
        /// An answer was given beforehand to what nobody asks.
        NoSuchQuestion {
            /// Its key.
            key: String,
        } = "batch-no-such-question",
        /// An answer was given beforehand that is none of those that may be given.
        NoSuchAnswer {
            /// The key of the question.
            key: String,
            /// What may be answered.
            choices: String,
        } = "batch-no-such-answer",
    }
}
