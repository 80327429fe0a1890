/** Tests of cases about reported messages. */
@NullMarked
package org.parley.moderation.cases.message;

import org.jspecify.annotations.NullMarked;
