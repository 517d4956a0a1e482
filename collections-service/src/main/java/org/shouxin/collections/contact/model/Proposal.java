package org.shouxin.collections.contact.model;

import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A contact somebody wants to make.
 *
 * @param plannedAt the moment, in the institution's zone
 * @param scriptCode the text asked for
 * @param script the approved text of that code, if there is one
 */
public record Proposal(
    Channel channel,
    Person person,
    ZonedDateTime plannedAt,
    String scriptCode,
    Optional<Script> script) {}
