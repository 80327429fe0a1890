/** Tests of policies as data. */
@NullMarked
package org.parley.moderation.draft;

import org.jspecify.annotations.NullMarked;
