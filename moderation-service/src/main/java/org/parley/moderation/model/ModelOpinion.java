package org.parley.moderation.model;

import java.util.Map;

/**
 * The outside model's scores of a text.
 *
 * @param model the model's name
 * @param scores scores from 0 to 1 by category of harm
 * @param tokens the used tokens; 0 if unknown
 */
public record ModelOpinion(String model, Map<String, Double> scores, long tokens) {
}
