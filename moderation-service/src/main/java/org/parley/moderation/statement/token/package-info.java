/** Tokens that admit banned authors to the statements of their bans. */
@NullMarked
package org.parley.moderation.statement.token;

import org.jspecify.annotations.NullMarked;
