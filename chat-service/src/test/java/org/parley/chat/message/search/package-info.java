@NullMarked
package org.parley.chat.message.search;

import org.jspecify.annotations.NullMarked;
