/** Tests of rules. */
@NullMarked
package org.parley.moderation.rule;

import org.jspecify.annotations.NullMarked;
