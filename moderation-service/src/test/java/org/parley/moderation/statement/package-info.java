/** Tests of statements of reasons. */
@NullMarked
package org.parley.moderation.statement;

import org.jspecify.annotations.NullMarked;
