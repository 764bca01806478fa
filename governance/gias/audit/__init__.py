"""The public record held against the law: of each governing body what the record can prove, and how many prove what."""
