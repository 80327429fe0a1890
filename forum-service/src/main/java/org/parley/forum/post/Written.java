package org.parley.forum.post;

import java.util.List;

import org.parley.forum.content.Rendered;

/**
 * What somebody has written.
 *
 * @param rendered as it is shown
 * @param quotes whom it quotes, each post once
 */
public record Written(Rendered rendered, List<Quote> quotes) {
}
