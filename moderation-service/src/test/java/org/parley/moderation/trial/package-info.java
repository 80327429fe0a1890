/** Tests of the test box. */
@NullMarked
package org.parley.moderation.trial;

import org.jspecify.annotations.NullMarked;
