/** Statements of reasons: what restricts a post, why, and how its author can appeal. */
@NullMarked
package org.parley.moderation.statement;

import org.jspecify.annotations.NullMarked;
