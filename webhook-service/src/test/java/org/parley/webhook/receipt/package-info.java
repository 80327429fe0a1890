@NullMarked
package org.parley.webhook.receipt;

import org.jspecify.annotations.NullMarked;
