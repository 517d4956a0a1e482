package org.shouxin.chassis.problem;

/**
 * One fault of the request.
 *
 * @param field JSON pointer into the body, or the name of the parameter
 * @param rule which check failed, UPPER_SNAKE
 * @param detail for people
 */
public record FieldError(String field, String rule, String detail) {}
