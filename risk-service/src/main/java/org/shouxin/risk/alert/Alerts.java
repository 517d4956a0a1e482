package org.shouxin.risk.alert;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.shouxin.risk.alert.model.Alert;

/** Warnings raised. */
public interface Alerts {

  Uni<Void> add(Alert alert);

  /**
   * Newest first.
   *
   * @param before id of the last one seen, null for the first page
   */
  Uni<List<Alert>> page(UUID before, int limit);
}
