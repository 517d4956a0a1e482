package org.shouxin.collections.caserecord;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened in a case.
 *
 * @param leafId the record's leaf in the verifiable log
 * @param content the exact text whose hash the leaf is; names no person, number or address
 */
public record CaseRecord(UUID leafId, UUID caseId, String kind, String content, Instant keptAt) {}
