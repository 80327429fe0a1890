/** The reasons for which files are refused. */
@NullMarked
package org.parley.media.refusal;

import org.jspecify.annotations.NullMarked;
