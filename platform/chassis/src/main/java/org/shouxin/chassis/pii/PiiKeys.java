package org.shouxin.chassis.pii;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the cipher and the index from the mounted keys; unused (and unasked for) elsewhere. */
@Dependent
class PiiKeys {
  @Produces
  @Singleton
  FieldCipher cipher(@ConfigProperty(name = "shouxin.pii.keyset") String keyset) {
    return new FieldCipher(keyset);
  }

  @Produces
  @Singleton
  BlindIndex index(@ConfigProperty(name = "shouxin.pii.index-key") String key) {
    return new BlindIndex(key);
  }
}
