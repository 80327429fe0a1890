/** Tests of appeals. */
@NullMarked
package org.parley.moderation.appeal;

import org.jspecify.annotations.NullMarked;
