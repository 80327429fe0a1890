/** The public log of moderation, without names. */
@NullMarked
package org.parley.moderation.publiclog;

import org.jspecify.annotations.NullMarked;
