package org.shouxin.chassis.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderListener;
import org.shouxin.chassis.json.Json;

/**
 * Lets every REST client read answers of a peer that is a release ahead: new fields are ignored.
 */
public class PeerJson implements RestClientBuilderListener {

  @Override
  public void onNewBuilder(RestClientBuilder builder) {
    builder.register(new Tolerant());
  }

  /** The mapper of the clients. */
  public static final class Tolerant implements ContextResolver<ObjectMapper> {
    @Override
    public ObjectMapper getContext(Class<?> type) {
      return Json.tolerant();
    }
  }
}
