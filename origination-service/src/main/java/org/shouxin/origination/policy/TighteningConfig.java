package org.shouxin.origination.policy;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.util.Map;

/** The operator's wishes; each is heard only where it is stricter than the rule. */
@ConfigMapping(prefix = "shouxin.origination.policy")
interface TighteningConfig {

  /** Value by parameter. */
  Map<Parameter.Name, BigDecimal> tighten();
}
