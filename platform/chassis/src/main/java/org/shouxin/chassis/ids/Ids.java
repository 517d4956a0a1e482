package org.shouxin.chassis.ids;

import java.util.UUID;

/** The one source of new identifiers: UUID version 7 (RFC 9562), ordered by time of creation. */
public interface Ids {

  UUID next();
}
