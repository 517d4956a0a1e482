package org.shouxin.chassis.log;

import java.util.UUID;

/**
 * Where a record was logged.
 *
 * @param log name of the log (the service)
 * @param leafId what to ask the log's proofs by: {@code GET /v1/log/leaves/{leafId}/receipt}
 * @param leafHash SHA-256(0x00 || content), lower-case hexadecimal
 */
public record LogReceipt(String log, UUID leafId, String leafHash) {}
