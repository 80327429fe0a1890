/** The policy's rules: words, patterns, links, limits for new accounts and repeats. */
@NullMarked
package org.parley.moderation.rule;

import org.jspecify.annotations.NullMarked;
