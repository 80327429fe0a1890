/** Tests of the switches of the chat model. */
@NullMarked
package org.parley.summary.modelswitch;

import org.jspecify.annotations.NullMarked;
