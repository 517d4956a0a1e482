package org.shouxin.gateway.token;

import java.util.Set;

/**
 * Who calls, as the token says.
 *
 * @param subject claim {@code sub}
 * @param clientId claim {@code azp}, the application the token was issued to
 */
public record Caller(String subject, String clientId, Set<String> roles) {}
