package org.shouxin.risk.blacklist;

import java.util.UUID;

/**
 * An entry that an applicant's tag met.
 *
 * @param state ACTIVE or DISPUTED
 * @param matchedBy PERSON before PHONE
 */
public record Hit(UUID entryId, String state, Tag.Kind matchedBy) {}
