package org.shouxin.gateway.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The merged API document. */
@ConfigMapping(prefix = "shouxin.gateway.documents")
public interface DocumentSettings {

  /** Roles that may read the document; without the setting everybody may. */
  Optional<Set<String>> roles();

  /** How long a complete document is served before the services are asked again. */
  @WithDefault("60S")
  Duration cacheFor();

  /** The same for a document with a part missing or stale. */
  @WithDefault("5S")
  Duration incompleteCacheFor();

  /** How long a service may take to give its document. */
  @WithDefault("2S")
  Duration askWithin();
}
