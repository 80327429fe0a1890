/**
 * Rules that decide without asking anybody: words, patterns, links, newcomers, repeats.
 */
@NullMarked
package org.parley.moderation.rule;

import org.jspecify.annotations.NullMarked;
