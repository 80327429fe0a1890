package org.parley.moderation.model;

import java.util.Map;

/**
 * What the outside model thinks of a text.
 *
 * @param model its name
 * @param scores from 0 to 1 by category of harm
 * @param tokens that it took, when told; else 0
 */
public record ModelOpinion(String model, Map<String, Double> scores, long tokens) {
}
