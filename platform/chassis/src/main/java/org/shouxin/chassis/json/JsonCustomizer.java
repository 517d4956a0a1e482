package org.shouxin.chassis.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Makes the strict reader the one that reads requests. */
@Singleton
public class JsonCustomizer implements ObjectMapperCustomizer {

  @Override
  public void customize(ObjectMapper mapper) {
    Json.strict(mapper);
  }

  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }
}
