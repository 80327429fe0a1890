@NullMarked
package org.parley.webhook.payload;

import org.jspecify.annotations.NullMarked;
