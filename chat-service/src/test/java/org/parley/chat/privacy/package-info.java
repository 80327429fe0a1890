/** Tests of exports and erasures. */
@NullMarked
package org.parley.chat.privacy;

import org.jspecify.annotations.NullMarked;
