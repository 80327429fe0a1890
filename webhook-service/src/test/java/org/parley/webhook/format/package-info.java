@NullMarked
package org.parley.webhook.format;

import org.jspecify.annotations.NullMarked;
