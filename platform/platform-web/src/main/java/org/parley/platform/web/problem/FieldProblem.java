package org.parley.platform.web.problem;

/**
 * What is wrong with one property of a request.
 *
 * @param field the property's path, such as {@code tags[2]}, or the query parameter
 * @param code stable, for programs
 * @param message one sentence, for people
 */
public record FieldProblem(String field, String code, String message) {
}
