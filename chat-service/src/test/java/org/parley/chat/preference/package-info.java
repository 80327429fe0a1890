@NullMarked
package org.parley.chat.preference;

import org.jspecify.annotations.NullMarked;
