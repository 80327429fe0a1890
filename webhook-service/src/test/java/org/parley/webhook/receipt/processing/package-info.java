@NullMarked
package org.parley.webhook.receipt.processing;

import org.jspecify.annotations.NullMarked;
