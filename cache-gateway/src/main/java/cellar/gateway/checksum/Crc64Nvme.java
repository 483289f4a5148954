package cellar.gateway.checksum;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.Checksum;

/**
 * The CRC-64 of NVM Express. The Java library has none, and the AWS SDK's needs native
 * code.
 */
final class Crc64Nvme implements Checksum {

	/** With its bits in reverse, as all of this is. */
	static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;

	private static final VarHandle EIGHT_BYTES = MethodHandles.byteArrayViewVarHandle(long[].class,
			ByteOrder.LITTLE_ENDIAN);

	/** What each value of a byte does when 0 to 7 bytes come after it. */
	private static final long[][] TABLES = tables();

	private long state = -1;

	private static long[][] tables() {
		long[][] tables = new long[8][256];
		for (int value = 0; value < 256; value++) {
			long crc = value;
			for (int bit = 0; bit < 8; bit++) {
				crc = ((crc & 1) != 0) ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
			}
			tables[0][value] = crc;
		}
		for (int after = 1; after < 8; after++) {
			for (int value = 0; value < 256; value++) {
				long crc = tables[after - 1][value];
				tables[after][value] = (crc >>> 8) ^ tables[0][(int) (crc & 0xff)];
			}
		}
		return tables;
	}

	@Override
	public void update(int value) {
		this.state = (this.state >>> 8) ^ TABLES[0][(int) ((this.state ^ value) & 0xff)];
	}

	@Override
	public void update(byte[] bytes, int offset, int length) {
		int position = offset;
		int end = offset + length;
		for (; end - position >= 8; position += 8) {
			long next = this.state ^ (long) EIGHT_BYTES.get(bytes, position);
			this.state = TABLES[7][(int) (next & 0xff)] ^ TABLES[6][(int) ((next >>> 8) & 0xff)]
					^ TABLES[5][(int) ((next >>> 16) & 0xff)] ^ TABLES[4][(int) ((next >>> 24) & 0xff)]
					^ TABLES[3][(int) ((next >>> 32) & 0xff)] ^ TABLES[2][(int) ((next >>> 40) & 0xff)]
					^ TABLES[1][(int) ((next >>> 48) & 0xff)] ^ TABLES[0][(int) (next >>> 56)];
		}
		for (; position < end; position++) {
			update(bytes[position]);
		}
	}

	@Override
	public long getValue() {
		return ~this.state;
	}

	@Override
	public void reset() {
		this.state = -1;
	}

}
